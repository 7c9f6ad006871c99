/**
 * Draws every chain of the library and lays the graphs side by side, for a person to look through, one sheet for each folder of
 * the library: `node scripts/librarySheets.ts` writes docs/review/library/<folder>.jpg.
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

/** The width of one graph on a sheet, in CSS pixels. */
const width = 560;
const columns = 3;

await runMain(async () => {
  const parts = process.argv.slice(2);
  const isReview = parts.length === 0;
  const workspace = memoryWorkspace(libraryFiles);
  const service = createLanguageService(workspace);
  await service.load();
  const sheets = new Map<string, string[]>();
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
    const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 600 } });
    for (const [folder, figures] of sheets) {
      const out = isReview
        ? path.join(root, 'docs/review/library', `${folder}.jpg`)
        : path.join(artefactsFolder, 'library', `${folder}.png`);
      await mkdir(path.dirname(out), { recursive: true });
      await page.setContent(html(figures), { waitUntil: 'load' });
      await page.screenshot({ path: out, fullPage: true, ...(isReview ? { quality: 80 } : {}) });
      console.log(`${path.relative(root, out)}: ${figures.length} graphs`);
    }
  } finally {
    await browser.close();
  }
});

/** Each drawing is a picture of its own, so that the styles of two do not meet. */
function figure(file: string, svg: string): string {
  const data = Buffer.from(svg).toString('base64');
  return `<figure><img src="data:image/svg+xml;base64,${data}" alt=""><figcaption>${file}</figcaption></figure>`;
}

function html(figures: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body { margin: 12px; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 12px; align-items: start; font: 13px sans-serif }
  figure { margin: 0 } img { max-width: 100%; display: block; border: 1px solid #888 } figcaption { padding: 4px 0 }
</style>${figures.join('')}`;
}
