/**
 * Draws every chain of the library and lays the graphs side by side, each at its own size so that all can be read, for a person to
 * look through, one sheet for each folder of the library: `node scripts/librarySheets.ts` writes docs/review/library/<folder>.jpg.
 * `node scripts/librarySheets.ts <part of a path> …` draws some alone, for whoever writes them: .artefacts/library/<folder>.png.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createLanguageService } from '../server/src/core/languageService.ts';
import { libraryFiles } from '../test/support/library.ts';
import { memoryWorkspace } from '../test/support/memoryWorkspace.ts';
import { launchBrowser } from './browser.ts';
import { Failure, runMain } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

/** How wide a sheet is where no graph on it is wider, in CSS pixels: graphs that do not fit into a row begin the next. */
const sheetWidth = 2640;
const gap = 12;

await runMain(async () => {
  const parts = process.argv.slice(2);
  const isReview = parts.length === 0;
  const workspace = memoryWorkspace(libraryFiles);
  const service = createLanguageService(workspace);
  await service.load();
  const sheets = new Map<string, Figure[]>();
  for (const file of Object.keys(libraryFiles)) {
    if (!isReview && !parts.some(part => file.includes(part))) continue;
    const svg = await service.exportChain(workspace.uri(file), 'svg');
    if (svg === null) continue;
    const folder = path.posix.dirname(file).split('/')[0] ?? '';
    sheets.set(folder, [...(sheets.get(folder) ?? []), figure(file, svg)]);
  }
  if (sheets.size === 0) throw new Failure('No file of the library with a graph has such a path.');
  const browser = await launchBrowser();
  try {
    // Three quarters can be read, and keep the repository small.
    const page = await browser.newPage({ deviceScaleFactor: isReview ? 0.75 : 1 });
    for (const [folder, figures] of sheets) {
      const out = isReview
        ? path.join(root, 'docs/review/library', `${folder}.jpg`)
        : path.join(artefactsFolder, 'library', `${folder}.png`);
      await mkdir(path.dirname(out), { recursive: true });
      const widest = Math.max(...figures.map(({ width }) => width)) + 2;
      const inRow = figures.reduce((sum, { width }) => sum + width + 2 + gap, 0) - gap;
      // No wider than its graphs need.
      const width = Math.max(widest, Math.min(inRow, sheetWidth)) + 2 * gap;
      await page.setViewportSize({ width, height: 600 });
      await page.setContent(html(figures.map(each => each.html)), { waitUntil: 'load' });
      await page.screenshot({ path: out, fullPage: true, ...(isReview ? { quality: 65 } : {}) });
      console.log(`${path.relative(root, out)}: ${figures.length} graphs`);
    }
  } finally {
    await browser.close();
  }
});

interface Figure {
  readonly html: string;
  /** Of the drawing, in CSS pixels. */
  readonly width: number;
}

/** Each drawing is a picture of its own, so that the styles of two do not meet. */
function figure(file: string, svg: string): Figure {
  const data = Buffer.from(svg).toString('base64');
  const width = Number(/^<svg [^>]*\bwidth="(\d+)"/.exec(svg)?.[1] ?? 0);
  return {
    html: `<figure><img src="data:image/svg+xml;base64,${data}" alt=""><figcaption>${file}</figcaption></figure>`,
    width,
  };
}

function html(figures: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: ${gap}px; display: flex; flex-wrap: wrap; gap: ${gap}px; align-items: start; font: 13px sans-serif }
  figure { margin: 0 } img { display: block; border: 1px solid #888 } figcaption { padding: 4px 0 }
</style>${figures.join('')}`;
}
