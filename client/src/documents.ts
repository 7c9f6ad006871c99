/** Which documents are chain documents, for everything in the client that asks. */
import type { TextDocument, Uri } from 'vscode';
import { languages } from 'vscode';

export const languageId = 'chain-yaml';

/**
 * No scheme is named: documents are `file:` on a desktop, `vscode-remote:` or virtual elsewhere. The patterns are for people who
 * give our files back to the language `yaml`.
 */
export const documentSelector: { language: string; pattern?: string }[] = [
  { language: languageId },
  { language: 'yaml', pattern: '**/*.chain.{yaml,yml}' },
  { language: 'yaml', pattern: '**/*.skills.yaml' },
  { language: 'yaml', pattern: '**/*.suite.yaml' },
  { language: 'yaml', pattern: '**/plan.*@v*.yaml' },
  { language: 'yaml', pattern: '**/.skill-chains.yaml' },
];

/** Other versions of a file, and texts that stand in no file: findings in them would be doubles or noise. */
const excludedSchemes: ReadonlySet<string> = new Set([
  ...[
    'git',
    'gitlens',
    'svn',
    'hg',
    'pr',
    'review',
    'vscode-scm',
    'vscode-local-history',
    'conflictResolution',
  ],
  ...[
    'output',
    'debug',
    'comment',
    'vscode-notebook-cell',
    'vscode-notebook-cell-output',
    'interactive',
    'repl',
  ],
  ...['vscode-chat-code-block', 'chat-editing-text-model', 'chat-editing-snapshot-text-model'],
]);

export const isExcluded = (uri: Uri): boolean => excludedSchemes.has(uri.scheme);

export const isChainDocument = (document: TextDocument): boolean =>
  !isExcluded(document.uri) && languages.match(documentSelector, document) > 0;
