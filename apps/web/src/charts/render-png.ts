import { createRequire } from 'node:module';

const FONTS = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];
/** Pixels for each unit of the drawing: sharp on paper and on dense screens. */
const SCALE = 2;

/** The painter with its letters, loaded when the first image is asked for: pages alone do without it. */
let painter: Promise<typeof import('@napi-rs/canvas')> | null = null;

async function load(): Promise<typeof import('@napi-rs/canvas')> {
  const canvas = await import('@napi-rs/canvas');
  const { resolve } = createRequire(import.meta.url);
  for (const font of FONTS) {
    const path = resolve(`@expo-google-fonts/arimo/${font}`);
    if (!canvas.GlobalFonts.registerFromPath(path, 'Arimo'))
      throw new Error(`no font could be read from ${path}`);
  }
  return canvas;
}

/** Paints an SVG with a width and a height, twice as large. Painting takes some milliseconds; the rest is done by a thread of Node's own. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await (painter ??= load());
  const image = await loadImage(Buffer.from(svg));
  const [width, height] = [image.width * SCALE, image.height * SCALE];
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return canvas.encode('png');
}
