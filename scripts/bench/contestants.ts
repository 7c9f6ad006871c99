/** Our server as it ships, and the YAML language server with our JSON Schema, with and without its delay. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverFlags } from '../../server/src/lsp/protocol.ts';
import { root } from '../support/paths.ts';
import type { ServerKind } from './languageServer.ts';

/** `bundles`: a folder with the `dist/` that ships. */
export const ours = (bundles: string): ServerKind => ({
  name: 'Skill Chains',
  command: [...serverFlags, path.join(bundles, 'dist/server.js'), '--stdio'],
  languageId: 'chain-yaml',
  settings: () => null,
});

const schema = pathToFileURL(path.join(root, 'schemas/generated/chain.schema.json')).toString();

const yamlSettings: Readonly<Record<string, unknown>> = {
  yaml: {
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    schemas: { [schema]: '*.chain.yaml' },
  },
};

const program = path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server');

/** Version 2.0 of the npm package `yaml-language-server`. */
export const peer: ServerKind = {
  name: 'yaml-language-server',
  command: [program, '--stdio'],
  languageId: 'yaml',
  settings: section => yamlSettings[section] ?? null,
};

/** It waits 200 ms after each edit; a timer of just so long is over at once here. */
const withoutDelay =
  'const set = globalThis.setTimeout; globalThis.setTimeout = (run, wait, ...rest) => set(run, wait === 200 ? 0 : wait, ...rest);';

export const peerAtOnce: ServerKind = {
  ...peer,
  name: 'yaml-language-server without its delay',
  command: ['--import', `data:text/javascript,${encodeURIComponent(withoutDelay)}`, ...peer.command],
};
