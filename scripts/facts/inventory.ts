/** The parts of an inventory of source documents that facts are made of. Other parts are not read. */

export interface SourceBlock {
  readonly label: string;
  readonly kind: string;
  readonly inline: string | null;
  readonly items: readonly (string | readonly string[])[];
}

export interface SourceStep {
  readonly skill: string;
  readonly action: string;
}

export interface SourceChain {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly chain_skills: readonly string[];
  readonly steps: readonly SourceStep[];
  readonly output: string;
  readonly goal: string | null;
  readonly extra_blocks: readonly SourceBlock[];
}

export interface SourceWorkflow {
  readonly id: string;
  readonly name: string;
  readonly timeline: string;
  readonly phases: readonly {
    readonly title: string;
    readonly window_text: string;
    readonly steps: readonly SourceStep[];
    readonly deliverable: string;
  }[];
  readonly success_criteria: readonly { readonly text: string }[];
}

export interface SourcePrompt {
  readonly id: string;
  readonly name: string;
  readonly priority: string;
  readonly depends_on: readonly string[];
  readonly owner: string;
  readonly location: string;
  readonly domain: string;
}

export interface SourceSuite {
  readonly prompts: readonly SourcePrompt[];
  readonly phases: readonly {
    readonly name: string;
    readonly weeks: readonly [number, number];
    readonly prompts: readonly string[];
    readonly exit_criteria: readonly { readonly text: string }[];
    readonly focus: string;
  }[];
  readonly teams: readonly {
    readonly team: string;
    readonly primary: readonly number[];
    readonly support_text: string;
  }[];
  readonly capacity: readonly { readonly engineers: string; readonly active: number }[];
  readonly phase_success: readonly { readonly text: string }[];
}

export interface Inventory {
  readonly doc000_skill_chains: { readonly chains: readonly SourceChain[] };
  readonly doc001_workflow_architect: { readonly workflows: readonly SourceWorkflow[] };
  readonly doc003_prompts_17_49: SourceSuite;
}
