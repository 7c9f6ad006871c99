/** The scalars of the language by name: what each text means. A scalar's form is read by the core, not here. */
import { anyNumber, count, list, numberRange, oneOfValues, oneOrMany, scalar, yesOrNo } from './build.ts';

export const text = scalar('text');
export const texts = list(text);
/** A sentence, or several. */
export const textOrTexts = oneOrMany(text);

export const chainId = scalar('chain-id');
export const chainReference = scalar('chain-reference');
export const nodeId = scalar('node-id');
export const nodeReference = scalar('node-reference');
/** A node of the chain that a handoff leads to. */
export const otherNodeReference = scalar('other-node-reference');
/** A node or phase to jump to. */
export const jumpTarget = scalar('jump-target');
/** Where a flow goes on: a node, a phase, or a reserved word. */
export const flowTarget = scalar('jump-target', ['next', 'end', 'stop']);

export const skillReference = scalar('skill-reference');
export const skillReferences = oneOrMany(skillReference);
export const skillAlias = scalar('skill-alias');
export const teamReference = scalar('team-reference');

export const artefactProduct = scalar('artefact-product');
export const artefactUse = scalar('artefact-use');
export const artefactProducts = list(artefactProduct);
export const artefactUses = list(artefactUse);

export const duration = scalar('duration');
export const timelineScalar = scalar('timeline', ['ongoing']);
export const target = scalar('target');
export const window = scalar('window');
export const version = scalar('version');
export const versionRange = scalar('version-range');
export const condition = scalar('condition');
export const cadence = scalar('cadence', [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'after each run',
]);
export const range = numberRange();
export const path = scalar('path');

export const priority = scalar('text', ['P0', 'P1', 'P2', 'P3']);
export const document = scalar('text', ['adr', 'post-mortem']);

export const suiteId = scalar('suite-id');
export const itemReference = scalar('item-reference');
/** An item that is helped with, or all of them. */
export const supportReference = scalar('item-reference', ['all']);
export const planPath = scalar('plan-path');
export const chainTarget = scalar('chain-target');
export const domain = scalar('domain');
export const owner = scalar('owner');
export const riskLevel = scalar('text', ['low', 'medium', 'high', 'critical']);

export const planId = scalar('plan-id');
export const inputType = scalar('input-type', ['string', 'number', 'boolean', 'list']);
export const template = scalar('template');

export const wholeNumber = count();
export const number = anyNumber();
export const flag = yesOrNo();

export const pathPatterns = oneOrMany(scalar('path-pattern'));
export const stop = oneOfValues(['stop'], 'jump-target');
export const joinPolicy = oneOfValues(['all', 'any']);
export const stage = oneOfValues(['plan', 'build', 'operate', 'review']);
export const dimension = oneOfValues([
  'technical',
  'operational',
  'security',
  'compliance',
  'business',
  'people',
  'design',
]);
