/** A skill catalogue: who can do what, who belongs where, and who decides. */
import { list, map, oneOrMany, optional, record, required } from './build.ts';
import {
  dimension,
  path,
  skillAlias,
  skillReference,
  skillReferences,
  stage,
  teamReference,
  text,
  textOrTexts,
} from './scalars.ts';

const skill = record(
  {
    name: 'skill',
    title: 'a skill',
    description: 'A persona that steps of chains may call on.',
  },
  {
    title: optional(text, {
      description: 'The name of the skill as people read it. By default its id in words.',
      type: 'name',
      example: 'SRE',
    }),
    aliases: optional(list(skillAlias), {
      description: 'Other spellings by which chains may name this skill. An alias belongs to one skill only.',
      type: 'list of names',
      example: '[SRE, Site Reliability Engineer]',
    }),
    team: optional(teamReference, {
      description: 'The team that the skill belongs to.',
      type: 'team',
      example: 'infrastructure',
    }),
    summary: optional(text, {
      description: 'What the skill does, in a sentence; it is shown wherever the skill is named.',
      type: 'sentence',
      example: 'Keeps services up and brings them back',
    }),
    stage: optional(oneOrMany(stage), {
      description: 'When in the life of a product the skill is called on: plan, build, operate or review.',
      type: 'stage or list of stages',
      example: '[operate]',
    }),
    dimension: optional(oneOrMany(dimension), {
      description:
        'What the skill looks after: technical, operational, security, compliance, business, people or design.',
      type: 'dimension or list of dimensions',
      example: '[operational]',
    }),
    source: optional(path, {
      description: 'The file that defines the skill for an agent, as a path from the workspace folder.',
      type: 'path',
      example: '.claude/skills/site-reliability-engineer/SKILL.md',
    }),
  },
);

const team = record(
  {
    name: 'team',
    title: 'a team',
    description: 'A group of skills under one lead.',
  },
  {
    title: optional(text, {
      description: 'The name of the team as people read it. By default its id in words.',
      type: 'name',
      example: 'Infrastructure',
    }),
    lead: optional(skillReference, {
      description: 'The skill that leads the team.',
      type: 'skill',
      example: 'cloud-architect',
    }),
  },
);

const delegation = record(
  {
    name: 'delegation',
    title: 'a delegation rule',
    description: 'A task that one skill always does, whoever leads.',
  },
  {
    task: required(text, {
      description: 'The kind of task.',
      type: 'sentence',
      example: 'documentation',
    }),
    skill: required(skillReference, {
      description: 'The skill that does it.',
      type: 'skill',
      example: 'technical-writer',
    }),
  },
);

const lastWord = record(
  {
    name: 'never-overridden',
    title: 'a last word',
    description: 'A matter in which one skill has the last word.',
  },
  {
    skill: required(skillReference, {
      description: 'The skill that nobody overrides.',
      type: 'skill',
      example: 'security-sentinel',
    }),
    about: required(text, {
      description: 'The matter in which it has the last word.',
      type: 'sentence',
      example: 'critical vulnerabilities',
    }),
  },
);

const override = record(
  {
    name: 'may-override',
    title: 'a right to override',
    description: 'Who may decide against others, and under which circumstances.',
  },
  {
    by: required(skillReferences, {
      description: 'The skill or skills that may override others.',
      type: 'skill or list of skills',
      example: 'executive-liaison',
    }),
    when: required(textOrTexts, {
      description: 'The circumstances under which they may.',
      type: 'sentence or list of sentences',
      example: '[a business deadline outweighs technical debt]',
    }),
  },
);

export const catalogue = record(
  {
    name: 'catalogue',
    title: 'a skill catalogue',
    description: 'Skills with their other spellings, teams, and rules on who must do and may decide what.',
    oneOf: [
      { keys: ['skills', 'teams', 'delegation', 'never-overridden', 'may-override'], atLeastOne: true },
    ],
  },
  {
    skills: optional(map('skill-id', skill), {
      description: 'The skills by their ids, which are kebab-case.',
      type: 'map of skills',
      example: 'site-reliability-engineer:\n  title: SRE\n  aliases: [Site Reliability Engineer]',
    }),
    teams: optional(map('team-id', team), {
      description: 'The teams by their ids, which are kebab-case.',
      type: 'map of teams',
      example: 'infrastructure:\n  title: Infrastructure\n  lead: cloud-architect',
    }),
    delegation: optional(list(delegation), {
      description: 'Which skill must do what, whoever leads.',
      type: 'list of delegation rules',
      example: '- task: documentation\n  skill: technical-writer',
    }),
    'never-overridden': optional(list(lastWord), {
      description: 'Which skill has the last word about what.',
      type: 'list of last words',
      example: '- skill: security-sentinel\n  about: critical vulnerabilities',
    }),
    'may-override': optional(list(override), {
      description: 'Who may override others, and when.',
      type: 'list of rights to override',
      example: '- by: executive-liaison\n  when: [a business deadline outweighs technical debt]',
    }),
  },
);
