import { PackPainter } from '#application/ports';

/** Stands where a process makes no evidence packs. */
export class NoPainter extends PackPainter {
  chart(): never {
    throw new Error('this process draws no evidence packs');
  }

  document(): never {
    throw new Error('this process draws no evidence packs');
  }
}
