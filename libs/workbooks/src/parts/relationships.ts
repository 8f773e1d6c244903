import { parseXml, type Attributes } from '../xml/parse-xml.js';
import type { Package } from '../zip/package.js';
import { TextCollector, type Emit } from './text-collector.js';

/** What one part says of another. `type` is the last word of the type's address: the same in both forms of the standard. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  /** The name of the other part; null for what lies outside the file. */
  readonly part: string | null;
};

/** The relationships of every part that has some; those of the file itself stand under ''. */
export type Relationships = ReadonlyMap<string, readonly Relationship[]>;

const RELS = /^(?:(.*)\/)?_rels\/([^/]*)\.rels$/;

/** Reads all relationships of a package, and gives their targets as texts. */
export async function readRelationships(parts: Package, emit: Emit): Promise<Relationships> {
  const all = new Map<string, readonly Relationship[]>();
  for (const name of parts.names) {
    const matched = RELS.exec(name);
    if (!matched) continue;
    const [, folder = '', owner = ''] = matched;
    const found: Relationship[] = [];
    const texts = new TextCollector(emit);
    await parseXml(parts.read(name), {
      ...texts,
      open: (element, attributes) => {
        texts.open(element, attributes);
        if (element !== 'Relationship') return;
        found.push(relationshipOf(attributes, folder));
        const address = decoded((attributes['Target'] ?? '').replaceAll('+', ' '));
        emit({
          place: 'address of a link',
          texts: [address, ...address.split(/[?&=;]/)],
          heads: false,
        });
      },
    });
    all.set(folder === '' ? owner : `${folder}/${owner}`, found);
  }
  return all;
}

function relationshipOf(attributes: Attributes, folder: string): Relationship {
  const { Id = '', Type = '', Target = '', TargetMode } = attributes;
  return {
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    part: TargetMode === 'External' ? null : partName(folder, Target),
  };
}

/** A target as the name of a part: from the root of the file, or from the folder of the part that names it. */
function partName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}/${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decoded(steps.join('/')).toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
