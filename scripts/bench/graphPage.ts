/** The graph's page as it ships, in a tab of its own, and an editor that is only a clock. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { changeOf } from '../../client/src/views/graph/changes.ts';
import { type ShowMessage, wordKeys } from '../../client/src/views/graph/messages.ts';
import { withoutPlaces } from '../../client/src/views/graph/presentation.ts';
import type { ChainGraph } from '../../server/src/lsp/protocol.ts';
import type { How } from './subject.ts';

export interface GraphPage {
  /** Shows the graph as that of a new chain; milliseconds until it is seen. */
  open(graph: ChainGraph): Promise<number>;
  /** Puts the editor's cursor into a node, which brings it into view. */
  look(id: string): Promise<void>;
  /** Shows another graph of the chain that is shown, as the editor tells the page of it. */
  update(graph: ChainGraph): Promise<EditTimes>;
  /** Unfolds whatever is folded. */
  unfold(graph: ChainGraph): Promise<void>;
  /** Turns the wheel in each of 90 frames; frames in a second. */
  pan(): Promise<number>;
  close(): Promise<void>;
}

/** Milliseconds from the message on. */
export interface EditTimes {
  /** What the page works: until its elements are in step, and then in the frame for their style, their places and the painting. */
  readonly work: number;
  /** Until the frame with it has been made: with the wait for the screen's next beat. */
  readonly made: number;
}

/** @param colours What the style asks of the editor's theme, as declarations. */
const html = (
  colours: string,
): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="graph.css">
<style>:root { ${colours} } html, body { height: 100%; margin: 0 }</style></head><body class="vscode-light">
<script>
  let kept;
  window.acquireVsCodeApi = () => ({ postMessage: () => {}, getState: () => kept, setState: next => { kept = next; } });
  const main = () => document.querySelector('main');
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const task = () => new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  const marked = (uri, version) => new Promise(resolve => {
    const look = () => {
      if (main()?.dataset.uri !== uri || main().dataset.version !== String(version)) return false;
      observer.disconnect();
      resolve(performance.now());
      return true;
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
  window.bench = {
    tell: message => { window.postMessage(message, '*'); return frame(); },
    show: async message => {
      await frame();
      const before = performance.now();
      window.postMessage(message, '*');
      await marked(message.uri, message.version);
      // The frame after the next one begins when the one with the drawing has been made.
      await frame();
      await frame();
      return performance.now() - before;
    },
    change: async message => {
      // What was shown before is painted, and the page at rest.
      await frame();
      await frame();
      await task();
      const painted = marked(message.uri, message.version);
      const before = performance.now();
      window.postMessage(message, '*');
      const script = await painted - before;
      await frame();
      const begun = performance.now();
      // A task comes to its turn when the frame has been made.
      await task();
      const end = performance.now();
      return { work: script + end - begun, made: end - before };
    },
    pan: async () => {
      const canvas = document.querySelector('.canvas');
      await frame();
      const before = performance.now();
      for (let at = 0; at < 90; at++) {
        const turned = { deltaX: 0, deltaY: at < 45 ? 40 : -40, bubbles: true, cancelable: true };
        canvas.dispatchEvent(new WheelEvent('wheel', turned));
        await frame();
      }
      return 90_000 / (performance.now() - before);
    },
    unfold: async () => {
      for (let left = 10_000; left > 0; left--) {
        const closed = document.querySelector('[aria-expanded="false"]');
        if (closed === null) return;
        closed.focus();
        closed.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
        await frame();
        if (closed.getAttribute('aria-expanded') === 'false') return;
      }
    },
  };
</script>
<script src="graph.js"></script></body></html>`;

/** Opens a tab with the page of the bundles. */
export async function openGraphPage(browser: Browser, { bundles, folder }: How): Promise<GraphPage> {
  const place = path.join(folder, 'page');
  await mkdir(place, { recursive: true });
  for (const file of ['graph.js', 'graph.css'])
    await copyFile(path.join(bundles, 'dist/webview', file), path.join(place, file));
  const style = await readFile(path.join(place, 'graph.css'), 'utf8');
  const names = new Set(style.match(/--vscode-[\w-]+/gu));
  const colours = [...names].map(name => `${name}: ${/background/iu.test(name) ? '#fff' : '#333'};`);
  await writeFile(path.join(place, 'index.html'), html(colours.join(' ')));
  const tab = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await tab.goto(pathToFileURL(path.join(place, 'index.html')).toString());
  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    tab.evaluate(`window.bench.${name}(${values.map(value => JSON.stringify(value)).join(', ')})`);
  let chains = 0;
  let last: ShowMessage | undefined;
  const shown = (graph: ChainGraph, version: number): ShowMessage => ({
    ...{ type: 'show', uri: `file:///chain-${chains}.chain.yaml`, version, number: version },
    ...{ graph: { ...withoutPlaces(graph), version: 0 }, stale: [], notice: null },
  });
  const words = Object.fromEntries(wordKeys.map(key => [key, key]));
  await call('tell', { type: 'start', uri: 'file:///chain-0.chain.yaml', locked: false, words });
  return {
    open: async graph => {
      chains++;
      last = shown(graph, 1);
      return Number(await call('show', last));
    },
    look: async id => {
      const { uri, version } = last ?? { uri: '', version: 0 };
      await call('tell', { type: 'cursor', uri, version, id });
    },
    update: async graph => {
      const next = shown(graph, (last?.version ?? 0) + 1);
      const change = changeOf(last, next) ?? next;
      last = next;
      const times = Object(await call('change', change));
      return { work: Number(times.work), made: Number(times.made) };
    },
    unfold: async () => {
      await call('unfold');
    },
    pan: async () => Number(await call('pan')),
    close: () => tab.close(),
  };
}
