export { PagePackPainter } from './page-pack-painter.js';
