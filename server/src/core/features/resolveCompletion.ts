import { type CompletionItem, MarkupKind } from 'vscode-languageserver-types';
import { table } from '../../../../schemas/generated/table.ts';
import type { ProjectSnapshot } from '../project/snapshot.ts';
import { type CompletionData, readCompletionData } from './support/completionData.ts';
import { chainsNamed, findPlace, skillsNamed } from './support/declarations.ts';
import {
  describeArtefact,
  describeChain,
  describeKey,
  describePlace,
  describeRecord,
  describeSkill,
  describeTeam,
} from './support/describe.ts';
import { describeInput, describeItem, fileText } from './support/describeSuite.ts';

/**
 * The item with its documentation, made now that somebody looks at it. It is given back unchanged where it has none,
 * or where what it names is gone since.
 */
export function resolveCompletion(project: ProjectSnapshot, item: CompletionItem): CompletionItem {
  const data = readCompletionData(item.data);
  const text = data === undefined ? undefined : documentation(project, data);
  if (text === undefined || text === '') return item;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: text } };
}

function documentation(project: ProjectSnapshot, data: CompletionData): string | undefined {
  if (data.about === 'record') return described(data.name, describeRecord);
  if (data.about === 'key') {
    return described(data.record ?? '', record => {
      const key = record.keys.find(each => each.key === data.name);
      return key === undefined ? undefined : describeKey(key, record);
    });
  }
  const document = project.documents.get(data.uri);
  if (document === undefined) return undefined;
  const context = { document, project };
  const model = document.model?.kind === 'chain' ? document.model : undefined;
  const line = (offset: number): number => document.lines.position(offset).line;
  switch (data.about) {
    case 'skill':
      return skillsNamed(context, data.name)
        .map(skill => describeSkill(skill, project))
        .at(0);
    case 'team':
      return describeTeam(data.name, data.uri, project);
    case 'chain':
      return chainsNamed(context, data.name)
        .map(chain => describeChain(data.name, chain.model))
        .at(0);
    case 'artefact':
      return model && describeArtefact(data.name, model, line);
    case 'file':
      return fileText(context, data.name);
    case 'item': {
      const suite = document.model?.kind === 'suite' ? document.model : undefined;
      const item = suite?.itemsById.get(data.name);
      return suite && item && describeItem(item, suite, line(item.id.span.start));
    }
    case 'plan-input':
      return document.model?.kind === 'plan' ? describeInput(data.name, document.model, line) : undefined;
    case 'node': {
      const place = model && findPlace(model, data.name);
      return place && describePlace(data.name, place, line(place.name.start));
    }
  }
}

function described<Result>(
  record: string,
  describe: (record: (typeof table.records)[string]) => Result | undefined,
): Result | undefined {
  const found = Object.hasOwn(table.records, record) ? table.records[record] : undefined;
  return found === undefined ? undefined : describe(found);
}
