/** What is known of a jump in a chain that may be broken elsewhere. */
import type { ResolvedJump } from '../../analysis/jumps.ts';
import type { Finding } from '../rule.ts';
import { placeIn } from './nodes.ts';
import type { Soundness } from './soundness.ts';

/** Whether both ends of a jump, and what stands between them, were read as their author meant them. */
export function isJumpRead(soundness: Soundness, { jump, from, target, barrier }: ResolvedJump): boolean {
  // What a phase that seems empty holds may not have been read.
  if (target === undefined && barrier === undefined && !soundness.flow) return false;
  const goal = target?.kind === 'node' ? target.node : undefined;
  return (
    (goal === undefined || soundness.holdsAt(goal.name.span)) &&
    [from, barrier].every(node => node === undefined || soundness.hasRead(node)) &&
    soundness.hasRead(jump.map) &&
    // An id that is written names its node, whatever else is called so.
    (goal?.idWord?.text === jump.target.text || !soundness.mayDeclare(jump.target.text))
  );
}

/** Where a person reads the target of a jump, as `placeIn`. */
export function placeOfJump({ jump, from, handoff }: ResolvedJump): Pick<Finding, 'span' | 'repeats'> {
  if (handoff !== undefined) return placeIn(handoff, 'resumes-at', jump.target);
  const key = from?.kind === 'checkpoint' ? 'if-refused' : 'routes';
  return from === undefined ? { span: jump.target.span } : placeIn(from, key, jump.target);
}
