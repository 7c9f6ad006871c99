import { test } from 'node:test';
import { lintExample } from './support/check.ts';
const head = 'chain: a\ntitle: a\ninputs: { t: T }\n';
const texts = {
 list: `${head}steps:\n  - { id: x, skill: w, do: W, needs: [t], produces: &p [report] }\n  - { id: y, skill: w, do: V, needs: [t], produces: *p }\noutput: { report: R }\n`,
 item: `${head}steps:\n  - { id: x, skill: w, do: W, needs: [t], produces: [&p report] }\n  - { id: y, skill: w, do: V, needs: [t], produces: [*p] }\noutput: { report: R }\n`,
 one: `${head}steps:\n  - { id: x, skill: w, do: W, needs: [t], produces: &p [report] }\n  - { id: z, skill: w, do: W, produces: *p }\n  - { id: y, skill: w, do: V, needs: [t], produces: *p }\noutput: { report: R }\n`,
 node: `${head}steps:\n  - &s { skill: w, do: W, needs: [t], produces: [report] }\n  - *s\noutput: { report: R }\n`,
 map: `${head}x-p: &p [report]\nsteps:\n  - { id: x, skill: w, do: W, needs: [t], produces: *p }\n  - { id: y, skill: w, do: V, needs: [t], produces: *p }\noutput: { report: R }\n`,
};
test('x', async () => {
  for (const [n, text] of Object.entries(texts)) {
    const { findings } = await lintExample({ text, path: 'a.chain.yaml', files: {'t.skills.yaml':'skills: { w: {} }\n'} }, text);
    console.log('== '+n+'\n'+text);
    const line = (o: number) => text.slice(0,o).split('\n').length + ':' ;
    for (const f of findings) console.log(f.code, line(f.span.start)+text.slice(f.span.start,f.span.end), '|', f.message, '|', (f.related??[]).map(r=>line(r.span.start)+text.slice(r.span.start,r.span.end)).join(';'), JSON.stringify(f.fixes));
  }
});
