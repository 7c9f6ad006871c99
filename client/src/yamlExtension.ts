/**
 * Red Hat's YAML extension beside ours, where a person gives our files back to the language `yaml`: it says what is wrong with the YAML,
 * so we do not say that again.
 */
import { type Diagnostic, extensions, languages, type Uri, workspace } from 'vscode';
import { isGeneric } from '../../server/src/lsp/protocol.ts';

const yamlExtension = 'redhat.vscode-yaml';

/** The findings that are left to show for a document. */
export function withoutDoubles(uri: Uri, findings: readonly Diagnostic[]): Diagnostic[] {
  return findings.filter(
    finding => !('data' in finding && isGeneric(finding.data)) || !isCheckedElsewhere(uri),
  );
}

/** Whether that extension looks at the document: it is there, was not told to be silent, and the document is of its language. */
function isCheckedElsewhere(uri: Uri): boolean {
  if (extensions.getExtension(yamlExtension) === undefined) return false;
  if (workspace.getConfiguration('yaml', uri).get('validate') === false) return false;
  const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  return document !== undefined && languages.match({ language: 'yaml' }, document) > 0;
}
