import { isKebabCase } from '../model/values/identifier.ts';
import { fileName, isSaved } from '../project/places.ts';
import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { replaceScalar } from './support/scalars.ts';
import { quoted } from './support/words.ts';

export const chainIdNotFileName: Rule = {
  code: 'chain-id-not-file-name',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'The id of a chain differs from the name of its file.',
  details:
    'A chain is found by people under its file name and by other chains under its id. The two should be the same, with .chain.yaml added to the file name. Files that were never saved are not looked at.',
  valid: [{ text: oneStep, path: 'restore-service.chain.yaml' }, { text: oneStep }],
  invalid: [
    {
      text: oneStep.replace('restore-service\n', 'restore-service\n#      ^^^^^^^^^^^^^^^\n'),
      path: 'bring-it-back.chain.yaml',
      fixed: oneStep.replace('restore-service', 'bring-it-back'),
    },
  ],
  *check({ document }) {
    const id = document.model?.kind === 'chain' ? document.model.id : undefined;
    const name = fileName(document.uri);
    const [, stem] = /^(.+)\.chain\.ya?ml$/.exec(name) ?? [];
    if (
      id === undefined ||
      stem === undefined ||
      !isSaved(document.uri) ||
      !isKebabCase(id.text) ||
      id.text === stem
    )
      return;
    const message = `This chain is called ${quoted(id.text)}, but its file ${quoted(name)}. Rename one of them.`;
    if (isKebabCase(stem)) {
      const edits = replaceScalar(id.node, stem);
      yield { span: id.span, message, fixes: [{ title: `Change the id to ${quoted(stem)}`, edits }] };
    } else yield { span: id.span, message };
  },
};
