import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import type { DownloadedFile } from '../../http/download.js';
import { FileAsked } from '../../http/file-asked.js';
import { isId } from '../../http/is-id.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { CHART_FILES } from '../figures/chart-files.js';
import { ChartSender } from '../figures/chart-sender.js';
import { alertFigure } from './alert.presenter.js';

/** The chart and the table of an alert's page, for whoever sees the page. */
@Controller('alerts/:id')
export class AlertFilesController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get([...CHART_FILES])
  async file(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @FileAsked() file: string,
  ): Promise<DownloadedFile> {
    const programme = await this.door.programme.current();
    const story = isId(id) ? await this.door.readAlerts.one(reader, id) : null;
    const metric = story?.alert.metric;
    if (!story || !metric) throw new NotFoundException();
    const question = { councilId: story.alert.councilId, metrics: [metric], asKnownAt: null };
    const [series] = await this.door.readAssessedSeries.ofCouncil(reader, question);
    const figure = alertFigure({ story, series: series ?? null, programme });
    if (!figure) throw new NotFoundException();
    return this.sender.send(figure, {
      ...{ file, reader, asKnownOn: null },
      page: addresses.alert(id),
    });
  }
}
