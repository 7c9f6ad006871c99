/** What follows from a document, as the lines of a fixture say it. */
import type { ChainGraph, GraphNode } from '../../../server/src/core/analysis/chainGraph.ts';
import type { LanguageService } from '../../../server/src/core/languageService.ts';
import { describeElapsed } from '../../../server/src/core/model/values/elapsed.ts';
import { lint } from '../../../server/src/core/rules/lint.ts';
import { scalarsOf } from '../../../server/src/core/rules/support/scalars.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { edgeLine, nodeLines } from '../../core/analysis/chainText.ts';
import { applied } from '../../support/check.ts';
import type { Aspect } from './fixtures.ts';

type Reader = (service: LanguageService, uri: string, text: string) => string;

/** `edges`: all but those of artefacts in a chain. `nodes`: kind, id and what it stands in. `times`: the total, then each node that takes time. `skills`: what the names of skills stand for, and where that is declared. `mended`: after the first fix of every finding. */
export const aspects: Readonly<Record<Aspect, Reader>> = {
  edges: (service, uri) => {
    const { subject, edges } = graphOf(service, uri);
    return lined(edges.filter(({ kind }) => kind !== 'data' || subject.kind === 'suite').map(edgeLine));
  },
  nodes: (service, uri) => lined(nodeLines(graphOf(service, uri))),
  times: (service, uri) => {
    const { total, nodes } = graphOf(service, uri);
    return lined([`total ${range(total?.min, total?.max)}`, ...nodes.filter(isTimed).map(timeLine)]);
  },
  skills: (service, uri) => {
    const project = service.snapshot();
    const index = project.skillsFor(uri);
    const document = project.documents.get(uri);
    const names = document === undefined ? [] : [...scalarsOf(document, 'skill-reference')];
    return lined(
      names.map(({ text }) => {
        const found = index.resolve(text);
        const what =
          found.kind === 'known' ? `${found.skill.declaration.id.text}, ${found.skill.path}` : found.kind;
        return `${text}: ${what}`;
      }),
    );
  },
  mended: (service, uri, text) => {
    const project = service.snapshot();
    const document = project.documents.get(uri);
    const fixes =
      document === undefined ? [] : lint(document, project).flatMap(({ fixes = [] }) => fixes.slice(0, 1));
    return applied(text, { title: '', edits: fixes.flatMap(({ edits }) => edits) });
  },
  formatted: (service, uri, text) => {
    const lines = lineMap(text);
    return service
      .formatting(uri, { tabSize: 2, insertSpaces: true })
      .reduceRight(
        (result, edit) =>
          result.slice(0, lines.offset(edit.range.start)) +
          edit.newText +
          result.slice(lines.offset(edit.range.end)),
        text,
      );
  },
};

const lined = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

function graphOf(service: LanguageService, uri: string): ChainGraph {
  const graph = service.graph(uri);
  if (graph === null) throw new Error('The document is neither a chain nor a suite.');
  return graph;
}

const isTimed = ({ kind, takes, earliest }: GraphNode): boolean =>
  !['start', 'end', 'stop', 'fork', 'join', 'lane', 'handoff'].includes(kind) &&
  (takes !== undefined || earliest !== undefined);

/** `a takes 1 hour to 2 hours, from 3 hours, slack 1 hour`; `critical` where there is no slack, nothing where that is not known. */
function timeLine({ id, takes, earliest, slack, critical }: GraphNode): string {
  const parts = [
    ...(takes === undefined ? [] : [`takes ${range(takes.min, takes.max)}`]),
    ...(earliest === undefined ? [] : [`from ${describeElapsed(earliest)}`]),
    ...(critical === true ? ['critical'] : slack === undefined ? [] : [`slack ${describeElapsed(slack)}`]),
  ];
  return `${id} ${parts.join(', ')}`;
}

function range(min: number | undefined, max: number | undefined): string {
  const [low, high] = [min, max].map(each => (each === undefined ? 'unknown' : describeElapsed(each)));
  return low === high ? `${low}` : `${low} to ${high}`;
}
