/** Where each contributed snippet belongs: a chain or catalogue with a place (`$0`) for it. Snippets of whole files have no frame. */

const step = '  - id: draft\n    skill: technical-writer\n    do: Write it\n';
const amongSteps = `chain: framed\ntitle: Framed\nsteps:\n${step}  $0`;
const atTop = `chain: framed\ntitle: Framed\nsteps:\n${step}$0`;
const parallel = '  - parallel:\n      - skill: backend-engineer\n        do: Build it\n      $0';

/** By prefix. */
export const snippetPlaces: Readonly<Record<string, string>> = {
  xchain: '$0',
  xphases: '$0',
  xcatalogue: '$0',
  xstep: amongSteps,
  xteam: amongSteps,
  xparallel: amongSteps,
  xlane: `chain: framed\ntitle: Framed\nsteps:\n${parallel}`,
  xcheckpoint: amongSteps,
  xdecision: amongSteps,
  xsubchain: amongSteps,
  xphase: 'chain: framed\ntitle: Framed\nphases:\n  $0',
  xhandoffs: atTop,
  xsuccess: atTop,
  xvariations: atTop,
  xpitfalls: atTop,
};

/** The file that a snippet is tried in, so that ids fit its name. */
export const snippetFile = (prefix: string): string =>
  prefix === 'xcatalogue' ? 'more.skills.yaml' : 'framed.chain.yaml';

/** Another chain, which some snippets speak of. */
export const otherChain = {
  name: 'other-chain.chain.yaml',
  text: 'chain: other-chain\ntitle: Other chain\nversion: 1.4.0\nsteps:\n  - skill: technical-writer\n    do: Write\n',
};
