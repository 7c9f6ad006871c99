/** What is said above a drawing, or in its place, and where its link leads. */
import { l10n, type Uri } from 'vscode';
import type { ChainGraph } from '../../../../server/src/lsp/protocol.ts';
import type { Notice } from './messages.ts';
import type { Presentation } from './presentation.ts';

/** What is known of a chain at one moment. */
export interface Situation {
  readonly uri: Uri;
  /** `undefined`: the text is no chain; `no answer`: the server does not run. */
  readonly current: ChainGraph | undefined | 'no answer';
  readonly presentation: Presentation;
  readonly fileExists: boolean;
}

/** Where a notice's link leads. */
export type NoticeTarget =
  | { readonly kind: 'place'; readonly line: number; readonly character: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'restart' };

export interface TargetedNotice {
  readonly notice: Notice;
  readonly target?: NoticeTarget;
}

/** `undefined`: there is nothing to say. */
export function noticeFor(situation: Situation): TargetedNotice | undefined {
  const { current, presentation } = situation;
  if (current === 'no answer') return noAnswer(presentation);
  if (current === undefined || !situation.fileExists) return gone(situation);
  if (!current.complete) return broken(current);
  return current.nodes.some(node => node.range !== undefined) ? undefined : empty(current);
}

function broken({ broken: mistake }: ChainGraph): TargetedNotice {
  if (mistake === undefined) {
    return { notice: { kind: 'broken', text: l10n.t('The text has a syntax error.') } };
  }
  const { line, character } = mistake.range.start;
  const text = l10n.t('Line {0}: {1}', line + 1, mistake.message);
  const notice: Notice = { kind: 'broken', text, link: l10n.t('Go to line {0}', line + 1) };
  return { notice, target: { kind: 'place', line, character } };
}

function gone(situation: Situation): TargetedNotice {
  const { uri, presentation, fileExists } = situation;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!fileExists) {
    const text =
      presentation.graph === undefined
        ? l10n.t('{0} was deleted or moved.', name)
        : situation.current === undefined
          ? l10n.t('{0} was deleted or moved. This is what it held.', name)
          : l10n.t('{0} was deleted or moved. This is the text that is still open.', name);
    return { notice: { kind: 'gone', text } };
  }
  const text = l10n.t('{0} holds no chain and no suite.', name);
  const notice: Notice = { kind: 'gone', text, link: l10n.t('Open the file') };
  return { notice, target: { kind: 'place', line: 0, character: 0 } };
}

function empty({ subject }: ChainGraph): TargetedNotice {
  if (subject.kind === 'suite') {
    const text = l10n.t('This suite has no items yet.');
    return { notice: { kind: 'empty', text, link: l10n.t('Write the first item') }, target: { kind: 'end' } };
  }
  const text = l10n.t('This chain has no steps yet.');
  return { notice: { kind: 'empty', text, link: l10n.t('Write the first step') }, target: { kind: 'end' } };
}

function noAnswer({ graph }: Presentation): TargetedNotice {
  const text =
    graph === undefined
      ? l10n.t('The language server gives no answer.')
      : l10n.t('The language server gives no answer. The drawing may be old.');
  const notice: Notice = { kind: 'gone', text, link: l10n.t('Restart it') };
  return { notice, target: { kind: 'restart' } };
}
