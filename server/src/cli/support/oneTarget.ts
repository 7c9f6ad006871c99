/** The one document that a command is about. */
import type { LanguageService } from '../../core/index.ts';
import { type Host, Misuse } from '../host.ts';
import { nameOf, readTargets, type Target } from './targets.ts';

export interface OneTarget extends Target {
  readonly service: LanguageService;
  /** As a person would write it. */
  readonly name: string;
}

export interface OneTargetOptions {
  readonly root?: string;
  readonly stdinFilename?: string;
}

/** Throws a `Misuse` where `file` is no single document. */
export async function readOneTarget(host: Host, file: string, options: OneTargetOptions): Promise<OneTarget> {
  const { service, targets, problems } = await readTargets(host, { paths: [file], ...options });
  const [problem] = problems;
  if (problem !== undefined) throw new Misuse(problem);
  const [target] = targets;
  if (target === undefined || targets.length > 1)
    throw new Misuse(`${file} names ${targets.length} files of Skill Chains; name one.`);
  return { ...target, service, name: nameOf(host, target) };
}
