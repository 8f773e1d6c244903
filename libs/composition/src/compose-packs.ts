import { BuildPack, ReadPacks, RebuildPack } from '#application/packs';
import { PackPainter } from '#application/ports';
import { release } from '#platform/release';

/** Stands where a process makes no evidence packs. */
class NoPainter extends PackPainter {
  chart(): never {
    throw new Error('this process draws no evidence packs');
  }

  document(): never {
    throw new Error('this process draws no evidence packs');
  }
}

type Ports = ConstructorParameters<typeof BuildPack>[0] &
  ConstructorParameters<typeof ReadPacks>[0];

/** Evidence packs: made, made again and read. Without a painter none are made. */
export function composePacks(
  ports: Omit<Ports, 'painter' | 'release'>,
  painter: PackPainter | undefined,
) {
  const packing = { ...ports, release: release(), painter: painter ?? new NoPainter() };
  return {
    buildPack: new BuildPack(packing),
    readPacks: new ReadPacks(packing),
    rebuildPack: new RebuildPack(packing),
  };
}
