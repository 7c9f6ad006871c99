/** The page's words in the editor's language. */
import { l10n } from 'vscode';
import type { GraphWords } from './messages.ts';

export const graphWords = (): GraphWords => ({
  canvas: l10n.t('Graph of {0}'),
  toolbar: l10n.t('Graph'),
  zoomIn: l10n.t('Zoom in'),
  zoomOut: l10n.t('Zoom out'),
  resetZoom: l10n.t('{0} %, zoom to 100 %'),
  fit: l10n.t('Fit to the window'),
  lock: l10n.t('Keep showing this chain'),
  export: l10n.t('Export'),
  exportSvg: l10n.t('Export as SVG'),
  copyMermaid: l10n.t('Copy as Mermaid'),
  total: l10n.t('takes {0}'),
  totalAtLeast: l10n.t('takes at least {0}'),
  totalAtMost: l10n.t('takes at most {0}'),
  stale: l10n.t('not in the present text'),
  leadsTo: l10n.t('leads to {0}'),
  atCursor: l10n.t('at the cursor'),
  needs: l10n.t('needs {0}'),
  neededBy: l10n.t('needed by {0}'),
  simpleLayout: l10n.t('Arranged in a simple way, as the layout engine gave no answer in time.'),
  layOutAgain: l10n.t('Try again'),
  largeSuite: l10n.t('Arranged in a simple way, as the suite is very large.'),
});
