import { MARKED_PACK_ID, PACK_ID } from '#testing/web';
import { demonstration, page, strained, type Rows } from './visit.js';

const ANALYST = 'DfE analyst';
const BOARD = 'Board member';

/** Evidence packs. Their document, which is stored and no page of the service, is looked over where a pack is made. */
export const packRows: Rows = {
  'GET /packs': page([strained(ANALYST, '/packs'), strained(BOARD, '/packs')], {
    empty: [
      demonstration(ANALYST, '/packs', { says: 'No pack has been made yet.' }),
      demonstration(BOARD, '/packs', { says: 'No pack has been made yet.' }),
    ],
    'long names': [strained(ANALYST, '/packs')],
  }),
  'GET /packs/new': page([demonstration(ANALYST, '/packs/new')], {
    error: [demonstration(ANALYST, '/packs/new', { press: 'Make the pack', says: 'problem' })],
    'long names': [strained(ANALYST, '/packs/new')],
    '153 councils': [strained(ANALYST, '/packs/new')],
  }),
  'GET /packs/:id': page(
    [strained(ANALYST, `/packs/${PACK_ID}`), strained(BOARD, `/packs/${PACK_ID}`)],
    {
      error: [
        strained(ANALYST, `/packs/${MARKED_PACK_ID}`, {
          says: 'not as it was when the pack was made',
        }),
      ],
      'long names': [strained(ANALYST, `/packs/${MARKED_PACK_ID}`)],
    },
  ),
};
