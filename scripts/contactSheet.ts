/**
 * The pictures that the editor's tests took, for people who review: `npm run review`, after `npm run test:editor`.
 * Each run becomes one sheet in docs/review/, and the README's picture is renewed.
 */
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { Failure, runMain } from './support/failure.ts';
import { artefactsFolder, root } from './support/paths.ts';

const screenshots = path.join(artefactsFolder, 'screenshots');
const sheets = path.join(root, 'docs/review');

/** The picture that the README opens with: run and name. */
const overview = 'library/default-dark-modern.png';

/** How wide a sheet and each of its pictures are, in CSS pixels. */
const sheetWidth = 1920;
const pictureWidth = 620;

await runMain(async () => {
  const runs = await readdir(screenshots).catch(() => {
    throw new Failure('There are no pictures. Run "npm run test:editor" first.');
  });
  await mkdir(sheets, { recursive: true });
  await mkdir(path.join(root, 'docs/images'), { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: sheetWidth, height: 800 } });
    for (const run of runs) {
      await page.setContent(await sheetOf(run));
      const file = path.join(sheets, `${run}.jpg`);
      await page.screenshot({ path: file, fullPage: true, type: 'jpeg', quality: 70 });
      console.log(path.relative(root, file));
    }
  } finally {
    await browser.close();
  }
  await copyFile(path.join(screenshots, overview), path.join(root, 'docs/images/overview.png'));
  process.exit(0);
});

async function sheetOf(run: string): Promise<string> {
  const files = (await readdir(path.join(screenshots, run))).toSorted();
  const figures = await Promise.all(
    files.map(async file => {
      const data = (await readFile(path.join(screenshots, run, file))).toString('base64');
      const name = path.parse(file).name;
      return `<figure><img width="${pictureWidth}" src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
    }),
  );
  const style = 'body{font:14px sans-serif;margin:8px;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`;
}
