/** What a person may write into a chain stays words, in the graph and in the tree. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { inGraph, openGraph } from './support/graph.ts';

const name = 'hostile.chain.yaml';
const markup = '<img src=x onerror="document.body.id=1">';
const turned = 'right \u202eto left\u202c \u2066isolated';
const long = 'Very long '.repeat(1000);
const quoted = (words: string): string => JSON.stringify(words);

const text = `chain: hostile
title: ${quoted(`${markup}<script>document.body.id=1</script>`)}
category: ${quoted('#{7*7} {{7*7}} </style>')}
version: "1.0.0<b>"
trigger: ${quoted(turned)}
steps:
  - skill: ${quoted('</text><script>document.body.id=1</script>')}
    do: ${quoted(markup)}
  - skill: author
    do: ${quoted(long)}
  - id: __proto__
    skill: constructor
    do: ${quoted(`${turned} ]]> &lt; &amp;#x3c;`)}
  - checkpoint: ${quoted("javascript:alert(1) ' onload='alert(1)")}
    by: ${quoted(markup)}
`;

describe('Hostile words', () => {
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(name));
  });

  it('stay words in the graph and in the tree', async () => {
    const { document } = await openText(name, text);
    await openGraph(document);
    const [title] = await drive.texts(inGraph('h1'));
    assert.equal(title, `${markup}<script>document.body.id=1</script>`);
    const drawn = (await drive.texts(inGraph('.canvas text'))).join('\n');
    assert.match(drawn, /<img src=x/);
    assert.doesNotMatch(drawn, /[\u202a-\u202e\u2066-\u2069]/, 'nothing turns other words around');
    assert.ok(drawn.length < 3000, 'what is too long is shortened');
    const foreign = 'img, iframe, object, embed, a, foreignObject, [onerror], [onload], body[id]';
    assert.equal(await drive.count(inGraph(foreign)), 0);
    assert.equal(await drive.count(inGraph('script')), 1, 'our own');
    const policy = await drive.attribute(
      inGraph('meta[http-equiv="Content-Security-Policy"][content*="nonce-"]'),
      'content',
    );
    assert.match(
      policy ?? '',
      /^default-src 'none'; img-src [^;]+ data: blob:; font-src [^;]+; style-src [^;]+; script-src 'nonce-[0-9a-f]{32}'; worker-src blob:; connect-src [^;]+$/,
    );
    assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), []);
    await drive.click(inGraph('.chain-node'));
    for (let step = 0; step < 6; step += 1) await drive.press('ArrowDown');
    await drive.screenshot('hostile');

    await drive.click('.activitybar .action-item:has([aria-label^="Skill Chains"]) a');
    await drive.waitFor('.pane-body [role="treeitem"][aria-label^="Chain <img src=x"]');
    assert.equal(await drive.count('.pane-body [role="treeitem"] img[src="x"]'), 0);
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
});
