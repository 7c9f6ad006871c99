/**
 * Publishes what the YAML library says is wrong with documents of the language `yaml`. The language server that Red Hat's extension
 * runs reads YAML with the same library.
 */
const path = require('node:path');
const vscode = require('vscode');

/** @param {import('vscode').ExtensionContext} context */
exports.activate = context => {
  const root = vscode.workspace.getConfiguration('skillChainsTest').get('root');
  /** @type {typeof import('yaml')} */
  const yaml = require(path.join(String(root), 'node_modules/yaml'));
  const collection = vscode.languages.createDiagnosticCollection('YAML');
  /** @param {import('vscode').TextDocument} document */
  const check = document => {
    if (document.languageId !== 'yaml') return;
    const errors = yaml.parseAllDocuments(document.getText()).flatMap(({ errors }) => errors);
    collection.set(
      document.uri,
      errors.map(({ message, pos }) => {
        const range = new vscode.Range(document.positionAt(pos[0]), document.positionAt(pos[1]));
        const diagnostic = new vscode.Diagnostic(range, message.split('\n')[0] ?? '');
        diagnostic.source = 'YAML';
        return diagnostic;
      }),
    );
  };
  vscode.workspace.textDocuments.forEach(check);
  context.subscriptions.push(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
};
