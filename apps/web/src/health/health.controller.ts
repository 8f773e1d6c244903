import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { For } from '../http/access.js';
import { ServiceDoor } from '../service-door.js';

@Controller('health')
@For('anyone')
export class HealthController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const isReady = await this.door.ready().catch(() => false);
    if (!isReady) reply.status(503);
    return { status: isReady ? 'ready' : 'database away' };
  }
}
