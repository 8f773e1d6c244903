import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { Reader } from '#domain/access';
import { For, isOfDepartment, Live } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { addresses } from '../../addresses/addresses.js';
import { ServiceDoor } from '../../service-door.js';
import { areaWords } from '../../words/area.words.js';
import { everyAlert } from '../alerts/every-alert.js';
import { areasOf, presentAreaList, type ShownArea } from './area-list.presenter.js';
import { presentArea } from './area.presenter.js';

/** More than the councils of an area have to be done and answered at once. */
const MOST = 200;

/** Everything of an area that its page shows; null for one that is not known. */
async function pageOf(
  door: ServiceDoor,
  reader: Reader,
  { kind, code }: Pick<ShownArea, 'kind' | 'code'>,
) {
  const programme = await door.programme.current();
  const area = areasOf(programme.register, kind).find((one) => one.code === code);
  if (!area) return null;
  const councilIds = area.councils.map(({ id }) => id);
  const isIn = (councilId: number): boolean => councilIds.includes(councilId);
  const open = { open: true, after: null, first: MOST };
  const [returns, alerts, milestones, feedback, figures] = await Promise.all([
    door.readReturns.run(reader, { period: null, councilId: null }),
    everyAlert(door, reader, { open: true, councilId: null }),
    door.milestones.list(reader, { ...open, councilIds, reform: null }),
    door.feedback.list(reader, { ...open, councilId: null, councilIds }),
    door.readAssessedArea.run(reader, code),
  ]);
  return presentArea({
    ...{ area, programme, figures, now: door.clock.now() },
    returns: returns.filter(({ council }) => isIn(council.id)),
    alerts: alerts.filter(({ councilId }) => isIn(councilId)),
    ...{ milestones: milestones.items, feedback: feedback.items },
  });
}

/** Partnerships: for DfE, and each for its own lead. */
@Controller('partnerships')
export class PartnershipsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @For('department')
  async list(): Promise<Page> {
    const { register } = await this.door.programme.current();
    return new Page('area-list', presentAreaList(register, 'partnership'));
  }

  @Get(':code')
  @Live()
  async show(@SignedIn() { reader }: Visitor, @Param('code') code: string): Promise<Page> {
    const isDepartment = isOfDepartment(reader);
    if (!isDepartment && reader.partnership !== code) throw new NotFoundException();
    const model = await pageOf(this.door, reader, { kind: 'partnership', code });
    if (!model) throw new NotFoundException();
    const backLink = isDepartment
      ? { href: addresses.partnerships, text: areaWords.partnerships }
      : null;
    return new Page('area', {
      ...model,
      section: isDepartment ? ('partnerships' as const) : ('partnership' as const),
      ...(backLink ? { backLink } : {}),
    });
  }
}

/** Regions, for DfE. */
@Controller('regions')
@For('department')
export class RegionsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(): Promise<Page> {
    const { register } = await this.door.programme.current();
    return new Page('area-list', presentAreaList(register, 'region'));
  }

  @Get(':code')
  @Live()
  async show(@SignedIn() { reader }: Visitor, @Param('code') code: string): Promise<Page> {
    const model = await pageOf(this.door, reader, { kind: 'region', code });
    if (!model) throw new NotFoundException();
    return new Page('area', {
      ...model,
      section: 'regions' as const,
      backLink: { href: addresses.regions, text: areaWords.regions },
    });
  }
}
