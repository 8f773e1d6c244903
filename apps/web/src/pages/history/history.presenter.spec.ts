import { aMetric, aReader, councilNamed, fakeFigures } from '#testing/web';
import { presentHistory } from './history.presenter.js';

const council = councilNamed('Calderdale');
const revisions = await fakeFigures().readFigureHistory.run(aReader('dfe-analyst'), {
  councilId: council.id,
  metric: 'requests_received',
});
const metric = aMetric({ code: 'requests_received', type: 'measure', title: 'Requests' });
const history = (given = revisions) =>
  presentHistory({
    council,
    metric,
    metrics: [metric],
    period: 'September 2024',
    revisions: given,
    packs: [{ id: '1', title: 'Panels', isEarlier: true }],
    backHref: '/councils/calderdale',
  });

describe('presentHistory', () => {
  it('names the evidence packs that have the figure, and says where it is newer now', () => {
    expect(history().packs).toEqual([
      {
        ...{ href: '/packs/1', title: 'Panels' },
        says: 'has an earlier figure: the pack keeps it, and is marked',
      },
    ]);
  });

  it('says old and new, who, when and why, newest first', () => {
    expect(history().table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      [
        '14:00 on 21 October 2024',
        'Requests received',
        '490',
        '49',
        'Calderdale data officer',
        'There was a mistake. A nought too many was typed.',
        'Calderdale SEND lead, 09:00 on 22 October 2024',
      ],
      [
        '11:00 on 14 October 2024',
        'Requests received',
        '–',
        '490',
        'Calderdale data officer',
        'First sent',
        'Not yet approved',
      ],
    ]);
  });

  it('says so when nothing was accepted', () => {
    expect(history([]).table).toBeNull();
  });
});
