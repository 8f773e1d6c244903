import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { For } from './access.js';
import { readAssets, type Asset } from './assets.js';

@Controller('assets')
@For('anyone')
export class AssetsController {
  private readonly assets: Promise<ReadonlyMap<string, Asset>> = readAssets();

  @Get(':name')
  async show(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asset = (await this.assets).get(name);
    if (!asset) throw new NotFoundException();
    reply.header('etag', asset.tag).header('cache-control', 'public, max-age=300');
    if (request.headers['if-none-match'] === asset.tag) {
      reply.status(304);
      return '';
    }
    reply.header('content-type', asset.type);
    return asset.body;
  }
}
