/** Made by scripts/generate.ts from the zod schemas in this folder's parent. Do not edit: run `npm run generate`. */
import type { Table } from '../table.ts';

export const table: Table = {
  "kinds": [
    {
      "kind": "chain",
      "keys": [
        "chain"
      ],
      "record": "chain",
      "files": [
        "*.chain.yaml",
        "*.chain.yml"
      ]
    },
    {
      "kind": "catalogue",
      "keys": [
        "skills"
      ],
      "record": "catalogue",
      "files": [
        "*.skills.yaml"
      ]
    },
    {
      "kind": "suite",
      "keys": [
        "suite"
      ],
      "record": "suite",
      "files": [
        "*.suite.yaml"
      ]
    },
    {
      "kind": "plan",
      "keys": [
        "meta",
        "template"
      ],
      "record": "plan",
      "files": [
        "plan.*@v*.yaml"
      ]
    },
    {
      "kind": "configuration",
      "keys": [],
      "record": "configuration",
      "files": [
        ".skill-chains.yaml"
      ]
    }
  ],
  "records": {
    "chain": {
      "name": "chain",
      "title": "a chain",
      "description": "One workflow, in which named skills act in sequence, in parallel and through decisions.",
      "keys": [
        {
          "key": "chain",
          "description": "The id of this chain: kebab-case, unique in its workspace folder and equal to the file name before .chain.yaml.",
          "type": "id",
          "example": "data-breach-response",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-id"
          }
        },
        {
          "key": "title",
          "description": "The name of the chain as people read it.",
          "type": "name",
          "example": "Data breach response",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "category",
          "description": "The group of chains that this one belongs to; the tree of chains is grouped by it. By default none.",
          "type": "name",
          "example": "Privacy & Data Protection",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "version",
          "description": "The semantic version of this chain. Raise the first number when chains that use this one must change.",
          "type": "version",
          "example": "1.2.0",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "version"
          }
        },
        {
          "key": "summary",
          "description": "What the chain is for, in a sentence.",
          "type": "sentence",
          "example": "What to do when personal data may have left our control",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "trigger",
          "description": "The event that starts the chain.",
          "type": "sentence",
          "example": "Someone suspects a leak of personal data",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "timeline",
          "description": "How long a run lasts: a duration, ongoing, or an estimate with its reason and milestones.",
          "type": "duration, ongoing, or timeline",
          "example": "2-4 weeks",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "timeline",
                "suggestions": [
                  "ongoing"
                ]
              },
              {
                "type": "record",
                "record": "timeline"
              }
            ]
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the chain, a person, role or team.",
          "type": "name",
          "example": "Security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        },
        {
          "key": "priority",
          "description": "How urgent the chain is, P0 being the most urgent.",
          "type": "priority",
          "example": "P0",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "P0",
              "P1",
              "P2",
              "P3"
            ]
          }
        },
        {
          "key": "review",
          "description": "When this text is looked at again: after each run, at a cadence such as quarterly, or after a duration.",
          "type": "cadence",
          "example": "after each run",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "cadence",
            "suggestions": [
              "daily",
              "weekly",
              "monthly",
              "quarterly",
              "yearly",
              "after each run"
            ]
          }
        },
        {
          "key": "inputs",
          "description": "Artefacts that must be there before the chain starts, each with a sentence that says what it is.",
          "type": "map of artefacts",
          "example": "incident-ticket: First evidence, with the time it was found",
          "required": false,
          "shape": {
            "type": "map",
            "key": "artefact-product",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "measures",
          "description": "The numbers that conditions may compare, each with its range or with unit, range and bands.",
          "type": "map of measures",
          "example": "severity: 1-5\nspecial-category-records:\n  unit: count",
          "required": false,
          "shape": {
            "type": "map",
            "key": "measure-id",
            "of": {
              "type": "choice",
              "options": [
                {
                  "type": "scalar",
                  "meaning": "number-range"
                },
                {
                  "type": "record",
                  "record": "measure"
                }
              ]
            }
          }
        },
        {
          "key": "steps",
          "description": "The nodes of the chain, in the order in which they run. A chain has either steps or phases.",
          "type": "list of nodes",
          "example": "- skill: privacy-engineer\n  do: Establish which records are exposed",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a node",
              "by": {
                "skill": "step",
                "team": "step",
                "parallel": "parallel",
                "checkpoint": "checkpoint",
                "decision": "decision",
                "chain": "sub-chain"
              }
            },
            "minimum": 1
          }
        },
        {
          "key": "phases",
          "description": "The stages of the chain, each with nodes of its own. A chain has either phases or steps.",
          "type": "list of phases",
          "example": "- phase: Foundation\n  window: weeks 1-4\n  steps:\n    - skill: pragmatic-architect\n      do: Draw the boundaries of the services",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "phase"
            },
            "minimum": 1
          }
        },
        {
          "key": "output",
          "description": "What the chain leaves behind when it succeeds, as a sentence or as named artefacts.",
          "type": "sentence or map of artefacts",
          "example": "post-mortem@1: What happened, why, and what changes",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "map",
                "key": "artefact-product",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                }
              }
            ]
          }
        },
        {
          "key": "success",
          "description": "How to tell that a run was a success: sentences, or metrics with their targets.",
          "type": "list of sentences and metrics",
          "example": "- Authority told < 72 hours after discovery\n- metric: Actions closed on time\n  target: \">= 90 %\"\n  within: 30 days",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "choice",
              "options": [
                {
                  "type": "scalar",
                  "meaning": "text"
                },
                {
                  "type": "record",
                  "record": "success-metric"
                }
              ]
            }
          }
        },
        {
          "key": "handoffs",
          "description": "How this chain hands over to others: in sequence, converging, in cycles, by escalation or by waiting.",
          "type": "list of handoffs",
          "example": "- then: post-mortem-follow-up\n  delivers: [post-mortem@1]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a handoff",
              "by": {
                "then": "then-handoff",
                "joins": "joins-handoff",
                "cycles-to": "cycles-to-handoff",
                "escalates-to": "escalates-to-handoff",
                "waits-for": "waits-for-handoff"
              }
            }
          }
        },
        {
          "key": "variations",
          "description": "Nodes that are added under certain circumstances.",
          "type": "list of variations",
          "example": "- when: a mobile app is involved\n  add:\n    skill: mobile-platform-engineer\n    do: Revoke app tokens\n  insert-after: contain",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "variation"
            }
          }
        },
        {
          "key": "pitfalls",
          "description": "Mistakes that are easily made, and how to avoid them.",
          "type": "list of pitfalls",
          "example": "- pitfall: Telling users before the scope is known\n  avoid: Hold the checkpoint first",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "choice",
              "options": [
                {
                  "type": "scalar",
                  "meaning": "text"
                },
                {
                  "type": "record",
                  "record": "pitfall"
                }
              ]
            }
          }
        },
        {
          "key": "retrospective",
          "description": "Questions to ask after each run.",
          "type": "list of sentences",
          "example": "- Which signal could have told us a day earlier?",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "reference",
          "description": "Supporting material that is kept with the chain: texts, lists, checklists, tables and choices.",
          "type": "list of reference entries",
          "example": "- title: What the authority wants to know\n  checklist: [nature of the breach, number of people]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "reference"
            }
          }
        },
        {
          "key": "track-record",
          "description": "How runs of this chain have gone so far.",
          "type": "track record",
          "example": "frequency: monthly\nduration: 3 hours\nsuccess-rate: 95 %\nimprove: [faster mitigation]",
          "required": false,
          "shape": {
            "type": "record",
            "record": "track-record"
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "steps",
            "phases"
          ]
        }
      ]
    },
    "timeline": {
      "name": "timeline",
      "title": "a timeline",
      "description": "How long the chain lasts, why, and what is reached when.",
      "keys": [
        {
          "key": "estimate",
          "description": "How long a run of the chain lasts in elapsed time, or ongoing if it never ends.",
          "type": "duration or ongoing",
          "example": "2-4 weeks",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "timeline",
            "suggestions": [
              "ongoing"
            ]
          }
        },
        {
          "key": "because",
          "description": "What the estimate depends on.",
          "type": "sentence",
          "example": "depends on how many systems are hit",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "milestones",
          "description": "What is reached when. A time plan over plain steps; chains that run in stages have phases instead.",
          "type": "list of milestones",
          "example": "- window: hours 0-2\n  what: Contained",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "milestone"
            }
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "estimate",
            "milestones"
          ],
          "atLeastOne": true
        }
      ]
    },
    "milestone": {
      "name": "milestone",
      "title": "a milestone",
      "description": "What is to be reached in a window of time. It takes no time of its own in the schedule.",
      "keys": [
        {
          "key": "window",
          "description": "When this is to be reached, counted from the start of the chain.",
          "type": "window",
          "example": "hours 24-72",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "window"
          }
        },
        {
          "key": "what",
          "description": "What is reached then.",
          "type": "sentence",
          "example": "Authority told",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "because",
          "description": "The reason for this window, such as a law or an overlap that is meant.",
          "type": "sentence",
          "example": "the law counts 72 hours from discovery",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "measure": {
      "name": "measure",
      "title": "a measure",
      "description": "A number that conditions may compare, or a yes or no that they may name.",
      "keys": [
        {
          "key": "unit",
          "description": "What the number counts or is measured in.",
          "type": "unit",
          "example": "count",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "range",
          "description": "The smallest and the largest number there can be. By default there is no limit.",
          "type": "range of numbers",
          "example": "1-5",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "number-range"
          }
        },
        {
          "key": "bands",
          "description": "The thresholds by which a value is good, doubtful or bad. By default none.",
          "type": "bands",
          "example": "green: < 6 months\nyellow: 6-12 months\nred: \"> 12 months\"",
          "required": false,
          "shape": {
            "type": "record",
            "record": "bands"
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "unit",
            "range",
            "bands"
          ],
          "atLeastOne": true
        }
      ]
    },
    "bands": {
      "name": "bands",
      "title": "a set of bands",
      "description": "Which values are good, which want attention and which want action.",
      "keys": [
        {
          "key": "green",
          "description": "The values that are good.",
          "type": "target",
          "example": "< 6 months",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "target"
          }
        },
        {
          "key": "yellow",
          "description": "The values that want attention.",
          "type": "target",
          "example": "6-12 months",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "target"
          }
        },
        {
          "key": "red",
          "description": "The values that want action.",
          "type": "target",
          "example": "\"> 12 months\"",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "target"
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "green",
            "yellow",
            "red"
          ],
          "atLeastOne": true
        }
      ]
    },
    "step": {
      "name": "step",
      "title": "a step",
      "description": "One skill, or one team, does one thing.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this step. By default the slug of the skill or team.",
          "type": "id",
          "example": "assess",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "skill",
          "description": "The skill that does this step, by its id, title or alias. A step has either a skill or a team.",
          "type": "skill",
          "example": "privacy-engineer",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "skill-reference"
          }
        },
        {
          "key": "team",
          "description": "The team that does this step, where no single skill does. A step has either a skill or a team.",
          "type": "team",
          "example": "infrastructure",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "team-reference"
          }
        },
        {
          "key": "do",
          "description": "What is done in this step, as one instruction.",
          "type": "sentence",
          "example": "Establish which records are exposed, whose they are, how sensitive",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "when",
          "description": "The step runs only if this holds; otherwise it ends at once. By default it always runs.",
          "type": "condition",
          "example": "severity > 3",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        },
        {
          "key": "after",
          "description": "Nodes of other lanes of the same parallel that must be over before this step starts. Elsewhere the list already gives the order.",
          "type": "node or list of nodes",
          "example": "[contain]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "node-reference"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "node-reference"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "needs",
          "description": "Artefacts this step works from: inputs of the chain or products of earlier nodes. It never orders steps by itself.",
          "type": "list of artefacts",
          "example": "[incident-ticket]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-use"
            }
          }
        },
        {
          "key": "produces",
          "description": "Artefacts this step makes for later nodes. A name may carry a contract version, such as report@1.",
          "type": "list of artefacts",
          "example": "[breach-scope]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-product"
            }
          }
        },
        {
          "key": "takes",
          "description": "How long the step lasts in elapsed time, as a duration or a range. Without it the length is unknown.",
          "type": "duration",
          "example": "1-2 hours",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "done",
          "description": "What must hold before the step is over. It gates, while a checklist only advises.",
          "type": "list of sentences",
          "example": "- Severity class is recorded",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "checklist",
          "description": "Points to keep in mind while doing the step. It advises; what must hold belongs in done.",
          "type": "list of sentences",
          "example": "- Backups included\n- Copies at processors included",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the step, a person, role or team. By default the owner of the chain.",
          "type": "name",
          "example": "Security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        },
        {
          "key": "priority",
          "description": "How urgent the step is, P0 being the most urgent. By default the priority of the chain.",
          "type": "priority",
          "example": "P1",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "P0",
              "P1",
              "P2",
              "P3"
            ]
          }
        },
        {
          "key": "document",
          "description": "The kind of document this step writes, such as a post-mortem or an adr; the tools offer to scaffold it.",
          "type": "kind of document",
          "example": "post-mortem",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "adr",
              "post-mortem"
            ]
          }
        },
        {
          "key": "because",
          "description": "The reason why the step stands here or is estimated as it is.",
          "type": "sentence",
          "example": "the law counts 72 hours from discovery",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "notes",
          "description": "Anything else a reader should know. Notes have no effect on how the chain runs.",
          "type": "sentence or list of sentences",
          "example": "Ask the processor for its own log as well",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "skill",
            "team"
          ]
        }
      ]
    },
    "parallel": {
      "name": "parallel",
      "title": "a parallel",
      "description": "Lanes that run at once. What follows waits for the join.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this parallel. By default parallel.",
          "type": "id",
          "example": "respond",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "parallel",
          "description": "The lanes that run at once. Each entry is a node, which is a lane of one, or a lane with its steps.",
          "type": "list of lanes and nodes",
          "example": "- skill: security-sentinel\n  do: Close the hole\n- lane: Legal\n  steps:\n    - skill: compliance-guardian\n      do: Decide whom the law makes us tell",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a lane or a node",
              "by": {
                "lane": "lane",
                "skill": "step",
                "team": "step",
                "parallel": "parallel",
                "checkpoint": "checkpoint",
                "decision": "decision",
                "chain": "sub-chain"
              }
            },
            "minimum": 1
          }
        },
        {
          "key": "join",
          "description": "When the chain goes on: once all lanes have ended, any one of them, or at least so many. By default all; lanes that have not ended are cancelled.",
          "type": "all, any, or at-least with a number",
          "example": "all",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text",
                "values": [
                  "all",
                  "any"
                ]
              },
              {
                "type": "record",
                "record": "join-quorum"
              }
            ]
          }
        },
        {
          "key": "synthesize",
          "description": "One skill combines what the lanes made, right after the join. By default nothing does.",
          "type": "step",
          "example": "skill: incident-commander\ndo: Settle one account of what happened",
          "required": false,
          "shape": {
            "type": "record",
            "record": "synthesize"
          }
        },
        {
          "key": "when",
          "description": "The parallel runs only if this holds; otherwise it ends at once. By default it always runs.",
          "type": "condition",
          "example": "severity >= 2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        }
      ]
    },
    "lane": {
      "name": "lane",
      "title": "a lane",
      "description": "A named list of nodes that runs beside the other lanes of its parallel.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this lane. By default the slug of its name.",
          "type": "id",
          "example": "legal",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "lane",
          "description": "The name of the lane, as it is shown on the drawing.",
          "type": "name",
          "example": "Legal",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "steps",
          "description": "The nodes of this lane. They run in order, beside the other lanes.",
          "type": "list of nodes",
          "example": "- skill: compliance-guardian\n  do: Decide whom the law makes us tell, and by when",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a node",
              "by": {
                "skill": "step",
                "team": "step",
                "parallel": "parallel",
                "checkpoint": "checkpoint",
                "decision": "decision",
                "chain": "sub-chain"
              }
            },
            "minimum": 1
          }
        }
      ]
    },
    "checkpoint": {
      "name": "checkpoint",
      "title": "a checkpoint",
      "description": "An approval. Nothing after it starts before it passes; in a lane it holds that lane only.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this checkpoint. By default the slug of its label.",
          "type": "id",
          "example": "agreed",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "checkpoint",
          "description": "What is approved here, in a few words.",
          "type": "sentence",
          "example": "Scope and duties agreed",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "by",
          "description": "Who approves. With several skills, the checkpoint passes when all of them accept.",
          "type": "skill or list of skills",
          "example": "[incident-commander, compliance-guardian]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "skill-reference"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "skill-reference"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "criteria",
          "description": "What the approvers look at, and what must be so for them to accept.",
          "type": "list of sentences",
          "example": "[forensic-report signed, notification-plan has dates]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "if-refused",
          "description": "What a refusal does: stop the chain, or go back to a node for a limited number of times. By default stop.",
          "type": "stop, or back-to with at-most",
          "example": "back-to: assess\nat-most: 2",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "jump-target",
                "values": [
                  "stop"
                ]
              },
              {
                "type": "record",
                "record": "refusal"
              }
            ]
          }
        },
        {
          "key": "takes",
          "description": "How long the checkpoint lasts in elapsed time. By default 0.",
          "type": "duration",
          "example": "1-2 days",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "when",
          "description": "The checkpoint runs only if this holds; otherwise it ends at once. By default it always runs.",
          "type": "condition",
          "example": "severity >= 2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        }
      ]
    },
    "refusal": {
      "name": "refusal",
      "title": "a way back",
      "description": "Where the chain goes back to when a checkpoint is refused.",
      "keys": [
        {
          "key": "back-to",
          "description": "The node or phase from which everything runs anew. It stands in the same list or an enclosing one.",
          "type": "node or phase",
          "example": "assess",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "jump-target"
          }
        },
        {
          "key": "at-most",
          "description": "How often the chain may go back; a way back needs it. Once used up, a refusal stops the chain.",
          "type": "whole number",
          "example": "2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        }
      ]
    },
    "decision": {
      "name": "decision",
      "title": "a decision",
      "description": "A question with a route for each answer. The first route that holds is taken.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this decision. By default the slug of the question.",
          "type": "id",
          "example": "high-risk",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "decision",
          "description": "The question to be decided.",
          "type": "sentence",
          "example": "Are people at high risk?",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "by",
          "description": "Who decides, one skill or several.",
          "type": "skill or list of skills",
          "example": "[incident-commander, compliance-guardian]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "skill-reference"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "skill-reference"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "routes",
          "description": "The ways on, each with the condition under which it is taken. The last one is otherwise.",
          "type": "list of routes",
          "example": "- when: severity > 3\n  steps:\n    - skill: executive-liaison\n      do: Tell the people affected, plainly\n- otherwise: next",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a route",
              "by": {
                "when": "route",
                "otherwise": "otherwise-route"
              }
            },
            "minimum": 1
          }
        },
        {
          "key": "takes",
          "description": "How long the decision lasts in elapsed time. By default 0.",
          "type": "duration",
          "example": "1-2 days",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "when",
          "description": "The decision runs only if this holds; otherwise it ends at once. By default it always runs.",
          "type": "condition",
          "example": "severity >= 2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        }
      ]
    },
    "route": {
      "name": "route",
      "title": "a route",
      "description": "One way out of a decision. The first route whose condition holds is taken.",
      "keys": [
        {
          "key": "when",
          "description": "The route is taken if this holds and no earlier route did. Thresholds over measures are checked; prose is not.",
          "type": "condition",
          "example": "severity > 3 or special-category-records > 0",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        },
        {
          "key": "steps",
          "description": "What this route runs. Unless go says otherwise it then rejoins at the node after the decision.",
          "type": "list of nodes",
          "example": "- skill: executive-liaison\n  do: Tell the people affected, plainly",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a node",
              "by": {
                "skill": "step",
                "team": "step",
                "parallel": "parallel",
                "checkpoint": "checkpoint",
                "decision": "decision",
                "chain": "sub-chain"
              }
            },
            "minimum": 1
          }
        },
        {
          "key": "go",
          "description": "Where the chain goes on, after the steps if there are any. By default at the node after the decision; stop ends in failure, end in success.",
          "type": "node, phase, next, end or stop",
          "example": "stop",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "jump-target",
            "suggestions": [
              "next",
              "end",
              "stop"
            ]
          }
        },
        {
          "key": "at-most",
          "description": "How often this route may jump backward. A backward jump needs it; once used up, the chain stops.",
          "type": "whole number",
          "example": "2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "steps",
            "go"
          ],
          "atLeastOne": true
        }
      ]
    },
    "sub-chain": {
      "name": "sub-chain",
      "title": "a sub-chain",
      "description": "Runs another chain as one node. If that chain stops, this one stops too.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this sub-chain. By default the id of that chain.",
          "type": "id",
          "example": "audit",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "chain",
          "description": "The id of the chain to run here.",
          "type": "chain",
          "example": "gdpr-compliance-audit",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "version",
          "description": "Which versions of that chain will do, as a semver range. By default any.",
          "type": "version range",
          "example": "^1",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "version-range"
          }
        },
        {
          "key": "with",
          "description": "Which artefact of this chain serves as each input of the other. Inputs of the same name need no entry.",
          "type": "map of input to artefact",
          "example": "audit-scope: breach-scope",
          "required": false,
          "shape": {
            "type": "map",
            "key": "text",
            "of": {
              "type": "scalar",
              "meaning": "artefact-use"
            }
          }
        },
        {
          "key": "produces",
          "description": "Which outputs of that chain the later nodes of this one may need.",
          "type": "list of artefacts",
          "example": "[audit-report]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-product"
            }
          }
        },
        {
          "key": "takes",
          "description": "How long the sub-chain lasts in elapsed time. By default as long as the timeline of that chain says.",
          "type": "duration",
          "example": "1-2 days",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "when",
          "description": "The sub-chain runs only if this holds; otherwise it ends at once. By default it always runs.",
          "type": "condition",
          "example": "severity >= 2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        }
      ]
    },
    "otherwise-route": {
      "name": "otherwise-route",
      "title": "a route",
      "description": "The last way out of a decision, taken when no condition held.",
      "keys": [
        {
          "key": "otherwise",
          "description": "Where the chain goes on when no route held, or the nodes it then runs. It may be left out only where the thresholds cover every case.",
          "type": "node, phase, next, end or stop, or a list of nodes",
          "example": "next",
          "required": true,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "jump-target",
                "suggestions": [
                  "next",
                  "end",
                  "stop"
                ]
              },
              {
                "type": "list",
                "of": {
                  "type": "variant",
                  "name": "a node",
                  "by": {
                    "skill": "step",
                    "team": "step",
                    "parallel": "parallel",
                    "checkpoint": "checkpoint",
                    "decision": "decision",
                    "chain": "sub-chain"
                  }
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "go",
          "description": "Where the chain goes on after the nodes of otherwise. By default at the node after the decision.",
          "type": "node, phase, next, end or stop",
          "example": "stop",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "jump-target",
            "suggestions": [
              "next",
              "end",
              "stop"
            ]
          }
        },
        {
          "key": "at-most",
          "description": "How often this route may jump backward. A backward jump needs it; once used up, the chain stops.",
          "type": "whole number",
          "example": "2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        }
      ]
    },
    "join-quorum": {
      "name": "join-quorum",
      "title": "a join",
      "description": "The parallel is over once this many of its lanes are.",
      "keys": [
        {
          "key": "at-least",
          "description": "How many lanes must end before the chain goes on; the rest are cancelled. From 1 to the number of lanes.",
          "type": "whole number",
          "example": "2",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        }
      ]
    },
    "synthesize": {
      "name": "synthesize",
      "title": "a synthesis",
      "description": "One skill, or one team, combines what the lanes made. It runs after the join.",
      "keys": [
        {
          "key": "skill",
          "description": "The skill that does this step, by its id, title or alias. A step has either a skill or a team.",
          "type": "skill",
          "example": "privacy-engineer",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "skill-reference"
          }
        },
        {
          "key": "team",
          "description": "The team that does this step, where no single skill does. A step has either a skill or a team.",
          "type": "team",
          "example": "infrastructure",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "team-reference"
          }
        },
        {
          "key": "do",
          "description": "What is done in this step, as one instruction.",
          "type": "sentence",
          "example": "Establish which records are exposed, whose they are, how sensitive",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "needs",
          "description": "Artefacts this step works from: inputs of the chain or products of earlier nodes. It never orders steps by itself.",
          "type": "list of artefacts",
          "example": "[incident-ticket]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-use"
            }
          }
        },
        {
          "key": "produces",
          "description": "Artefacts this step makes for later nodes. A name may carry a contract version, such as report@1.",
          "type": "list of artefacts",
          "example": "[breach-scope]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-product"
            }
          }
        },
        {
          "key": "takes",
          "description": "How long the step lasts in elapsed time, as a duration or a range. Without it the length is unknown.",
          "type": "duration",
          "example": "1-2 hours",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "done",
          "description": "What must hold before the step is over. It gates, while a checklist only advises.",
          "type": "list of sentences",
          "example": "- Severity class is recorded",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "checklist",
          "description": "Points to keep in mind while doing the step. It advises; what must hold belongs in done.",
          "type": "list of sentences",
          "example": "- Backups included\n- Copies at processors included",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the step, a person, role or team. By default the owner of the chain.",
          "type": "name",
          "example": "Security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        },
        {
          "key": "priority",
          "description": "How urgent the step is, P0 being the most urgent. By default the priority of the chain.",
          "type": "priority",
          "example": "P1",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "P0",
              "P1",
              "P2",
              "P3"
            ]
          }
        },
        {
          "key": "document",
          "description": "The kind of document this step writes, such as a post-mortem or an adr; the tools offer to scaffold it.",
          "type": "kind of document",
          "example": "post-mortem",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "adr",
              "post-mortem"
            ]
          }
        },
        {
          "key": "because",
          "description": "The reason why the step stands here or is estimated as it is.",
          "type": "sentence",
          "example": "the law counts 72 hours from discovery",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "notes",
          "description": "Anything else a reader should know. Notes have no effect on how the chain runs.",
          "type": "sentence or list of sentences",
          "example": "Ask the processor for its own log as well",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "skill",
            "team"
          ]
        }
      ]
    },
    "phase": {
      "name": "phase",
      "title": "a phase",
      "description": "A stage of the chain with nodes of its own. Phases run in the order in which they are listed.",
      "keys": [
        {
          "key": "id",
          "description": "A kebab-case name, unique in the chain, for references to this phase. By default the slug of its name.",
          "type": "id",
          "example": "foundation",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-id"
          }
        },
        {
          "key": "phase",
          "description": "The name of the phase.",
          "type": "name",
          "example": "Foundation",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "window",
          "description": "When the phase may start and when it must be over, counted from the start of the chain. By default it follows the phase before it.",
          "type": "window",
          "example": "weeks 1-4",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "window"
          }
        },
        {
          "key": "takes",
          "description": "How long the phase lasts in elapsed time. By default as long as its steps.",
          "type": "duration",
          "example": "3-4 weeks",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "because",
          "description": "The reason for the window or the length; an overlap with another phase needs one.",
          "type": "sentence",
          "example": "the contracts run out at the end of the quarter",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "entry",
          "description": "What must hold before the phase starts.",
          "type": "sentence or list of sentences",
          "example": "- Budget is approved",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "steps",
          "description": "The nodes of this phase, its checkpoints and decisions among them. They run in order.",
          "type": "list of nodes",
          "example": "- skill: pragmatic-architect\n  do: Draw the boundaries of the services",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "variant",
              "name": "a node",
              "by": {
                "skill": "step",
                "team": "step",
                "parallel": "parallel",
                "checkpoint": "checkpoint",
                "decision": "decision",
                "chain": "sub-chain"
              }
            },
            "minimum": 1
          }
        },
        {
          "key": "deliverable",
          "description": "What the phase leaves behind, as a sentence or as named artefacts.",
          "type": "sentence or map of artefacts",
          "example": "service-map: Which service owns which data",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "map",
                "key": "artefact-product",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                }
              }
            ]
          }
        },
        {
          "key": "exit",
          "description": "What must hold before the phase is over.",
          "type": "sentence or list of sentences",
          "example": "- Every service has an owner",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ]
    },
    "success-metric": {
      "name": "success-metric",
      "title": "a success metric",
      "description": "What is measured to tell whether the chain was a success.",
      "keys": [
        {
          "key": "metric",
          "description": "What is measured, in words.",
          "type": "sentence",
          "example": "Actions closed on time",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "target",
          "description": "The value to be reached: a comparison, a range or a change. Quote it where it begins with a comparator.",
          "type": "target",
          "example": "\">= 90 %\"",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "target"
          }
        },
        {
          "key": "within",
          "description": "How long after the end of the chain the target is to be reached. By default at its end.",
          "type": "duration",
          "example": "30 days",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        }
      ]
    },
    "then-handoff": {
      "name": "then-handoff",
      "title": "a sequence handoff",
      "description": "Another chain follows once this one has ended well.",
      "keys": [
        {
          "key": "then",
          "description": "The chain that follows this one.",
          "type": "chain",
          "example": "post-mortem-follow-up",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "gate",
          "description": "What must hold before the other chain starts. By default nothing more than that this one succeeded.",
          "type": "sentence or list of sentences",
          "example": "[post-mortem published]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "delivers",
          "description": "Artefacts of this chain that the other chain receives. Its inputs must take them.",
          "type": "list of artefacts",
          "example": "[post-mortem@1]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-use"
            }
          }
        },
        {
          "key": "rollback",
          "description": "What is done if the other chain has to be undone.",
          "type": "sentence",
          "example": "Reopen the incident",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "joins-handoff": {
      "name": "joins-handoff",
      "title": "a joining handoff",
      "description": "Several chains converge: this one flows into a chain that others feed as well.",
      "keys": [
        {
          "key": "joins",
          "description": "The chain in which this one converges with others.",
          "type": "chain",
          "example": "quarterly-risk-review",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "at",
          "description": "The id of the node of that chain where this one comes in. By default its start.",
          "type": "node of the other chain",
          "example": "collect-findings",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "other-node-reference"
          }
        },
        {
          "key": "delivers",
          "description": "Artefacts of this chain that the other chain receives. Its inputs must take them.",
          "type": "list of artefacts",
          "example": "[post-mortem@1]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "artefact-use"
            }
          }
        }
      ]
    },
    "cycles-to-handoff": {
      "name": "cycles-to-handoff",
      "title": "a cycling handoff",
      "description": "Continuous improvement: another chain, or this one again, runs for a number of times or at a cadence.",
      "keys": [
        {
          "key": "cycles-to",
          "description": "The chain that runs in the next round.",
          "type": "chain",
          "example": "data-breach-response",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "until",
          "description": "When the rounds are over. By default they end with at-most, or never.",
          "type": "condition",
          "example": "no drill finds a new gap",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        },
        {
          "key": "at-most",
          "description": "How many rounds there are at most. A cycle has this limit, a cadence, or both.",
          "type": "whole number",
          "example": "4",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        },
        {
          "key": "every",
          "description": "How often a round starts. A cycle has this cadence, a limit, or both.",
          "type": "cadence",
          "example": "quarterly",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "cadence",
            "suggestions": [
              "daily",
              "weekly",
              "monthly",
              "quarterly",
              "yearly",
              "after each run"
            ]
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "at-most",
            "every"
          ],
          "atLeastOne": true
        }
      ]
    },
    "escalates-to-handoff": {
      "name": "escalates-to-handoff",
      "title": "an escalation",
      "description": "Runs another chain out of turn, and goes on with this one when that is done.",
      "keys": [
        {
          "key": "escalates-to",
          "description": "The chain that takes over for the time being.",
          "type": "chain",
          "example": "vendor-offboarding",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "if",
          "description": "When this chain escalates. By default whenever the node of from has ended.",
          "type": "condition",
          "example": "A processor caused the breach",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        },
        {
          "key": "from",
          "description": "The node after whose end the escalation starts. By default it may start after any node.",
          "type": "node",
          "example": "assess",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-reference"
          }
        },
        {
          "key": "blocks",
          "description": "Whether this chain waits until the other one is done. By default false: both go on at once.",
          "type": "true or false",
          "example": "true",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "boolean",
            "values": [
              "true",
              "false"
            ]
          }
        },
        {
          "key": "resumes-at",
          "description": "Where this chain goes on after it waited, with blocks. By default at the node after from.",
          "type": "node, phase, next, end or stop",
          "example": "respond",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "jump-target",
            "suggestions": [
              "next",
              "end",
              "stop"
            ]
          }
        }
      ]
    },
    "waits-for-handoff": {
      "name": "waits-for-handoff",
      "title": "a dependency",
      "description": "This chain waits for another one, wholly or for one of its artefacts.",
      "keys": [
        {
          "key": "waits-for",
          "description": "The chain that this one depends on.",
          "type": "chain",
          "example": "forensic-retainer-setup",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "chain-reference"
          }
        },
        {
          "key": "needs",
          "description": "What this chain needs from the other. By default that it has ended well.",
          "type": "artefact or list of artefacts",
          "example": "forensic-contract",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "artefact-use"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "artefact-use"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "before",
          "description": "The node that may not start without it. By default the first one.",
          "type": "node",
          "example": "contain",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-reference"
          }
        },
        {
          "key": "workaround",
          "description": "What is done as long as the other chain is not ready.",
          "type": "sentence",
          "example": "Use the provider of the insurance",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "cut-over",
          "description": "When and how the workaround is given up for the real thing; only beside one.",
          "type": "sentence",
          "example": "Once the contract is signed, the next case goes to the retainer",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "variation": {
      "name": "variation",
      "title": "a variation",
      "description": "Nodes that are added under certain circumstances. They are neither drawn nor scheduled until they are applied. Applied for good, they are added without the condition; applied as optional, each keeps it, and each run decides.",
      "keys": [
        {
          "key": "when",
          "description": "The circumstances under which the nodes are added.",
          "type": "condition",
          "example": "a mobile app is involved",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "condition"
          }
        },
        {
          "key": "add",
          "description": "The node or nodes that are added.",
          "type": "node or list of nodes",
          "example": "skill: mobile-platform-engineer\ndo: Revoke app tokens",
          "required": true,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "variant",
                "name": "a node",
                "by": {
                  "skill": "step",
                  "team": "step",
                  "parallel": "parallel",
                  "checkpoint": "checkpoint",
                  "decision": "decision",
                  "chain": "sub-chain"
                }
              },
              {
                "type": "list",
                "of": {
                  "type": "variant",
                  "name": "a node",
                  "by": {
                    "skill": "step",
                    "team": "step",
                    "parallel": "parallel",
                    "checkpoint": "checkpoint",
                    "decision": "decision",
                    "chain": "sub-chain"
                  }
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "insert-after",
          "description": "The node after which they go, in the same list; a bare entry of a parallel becomes a lane with both. After a lane or phase means at its end. By default they go to the end of the chain.",
          "type": "node",
          "example": "contain",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "node-reference"
          }
        }
      ]
    },
    "pitfall": {
      "name": "pitfall",
      "title": "a pitfall",
      "description": "A mistake that is easily made, and how to avoid it.",
      "keys": [
        {
          "key": "pitfall",
          "description": "The mistake.",
          "type": "sentence",
          "example": "Telling users before the scope is known",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "avoid",
          "description": "How to avoid it.",
          "type": "sentence",
          "example": "Hold the checkpoint first",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "reference": {
      "name": "reference",
      "title": "a reference entry",
      "description": "One piece of supporting material, under a title.",
      "keys": [
        {
          "key": "title",
          "description": "What this material is.",
          "type": "name",
          "example": "What the authority wants to know",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "text",
          "description": "The material as running text. An entry has one of text, list, checklist, table and choices.",
          "type": "text",
          "example": "The authority prefers its web form to letters.",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "list",
          "description": "The material as a list. An entry has one of text, list, checklist, table and choices.",
          "type": "list of sentences",
          "example": "- Web form of the authority\n- Telephone of the duty lawyer",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "checklist",
          "description": "The material as points to tick off. An entry has one of text, list, checklist, table and choices.",
          "type": "list of sentences",
          "example": "[nature of the breach, categories of data, number of people, measures taken]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "table",
          "description": "The material as a table. An entry has one of text, list, checklist, table and choices.",
          "type": "table",
          "example": "columns: [Severity, Reply within]\nrows:\n  - [High, 1 hour]\n  - [Low, 2 days]",
          "required": false,
          "shape": {
            "type": "record",
            "record": "table"
          }
        },
        {
          "key": "choices",
          "description": "The material as advice on what to choose when. An entry has one of text, list, checklist, table and choices.",
          "type": "list of choices",
          "example": "- when: the data never left the company network\n  choose: An internal report is enough",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "advice"
            }
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "text",
            "list",
            "checklist",
            "table",
            "choices"
          ]
        }
      ]
    },
    "table": {
      "name": "table",
      "title": "a table",
      "description": "Rows under named columns.",
      "keys": [
        {
          "key": "columns",
          "description": "The headings of the columns.",
          "type": "list of names",
          "example": "[Severity, Reply within]",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            },
            "minimum": 1
          }
        },
        {
          "key": "rows",
          "description": "The rows, each a list with one cell for each column.",
          "type": "list of rows",
          "example": "- [High, 1 hour]\n- [Low, 2 days]",
          "required": true,
          "shape": {
            "type": "list",
            "of": {
              "type": "list",
              "of": {
                "type": "scalar",
                "meaning": "text"
              }
            }
          }
        },
        {
          "key": "bands",
          "description": "The thresholds by which the values of the table are good, doubtful or bad. By default none.",
          "type": "bands",
          "example": "green: < 6 months\nyellow: 6-12 months\nred: \"> 12 months\"",
          "required": false,
          "shape": {
            "type": "record",
            "record": "bands"
          }
        }
      ]
    },
    "advice": {
      "name": "advice",
      "title": "a choice",
      "description": "What to choose in which situation.",
      "keys": [
        {
          "key": "when",
          "description": "The situation, in words. It is never checked as a condition.",
          "type": "sentence",
          "example": "the data never left the company network",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "choose",
          "description": "What to choose then.",
          "type": "sentence",
          "example": "An internal report is enough",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "track-record": {
      "name": "track-record",
      "title": "a track record",
      "description": "How runs of this chain have gone so far.",
      "keys": [
        {
          "key": "frequency",
          "description": "How often the chain is run in practice.",
          "type": "cadence",
          "example": "monthly",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "cadence",
            "suggestions": [
              "daily",
              "weekly",
              "monthly",
              "quarterly",
              "yearly",
              "after each run"
            ]
          }
        },
        {
          "key": "duration",
          "description": "How long a run really took.",
          "type": "duration",
          "example": "3 hours",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "duration"
          }
        },
        {
          "key": "success-rate",
          "description": "How many of the runs succeeded.",
          "type": "percentage",
          "example": "95 %",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "improve",
          "description": "What should go better in later runs.",
          "type": "list of sentences",
          "example": "[faster mitigation]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        }
      ]
    },
    "catalogue": {
      "name": "catalogue",
      "title": "a skill catalogue",
      "description": "Skills with their other spellings, teams, and rules on who must do and may decide what.",
      "keys": [
        {
          "key": "skills",
          "description": "The skills by their ids, which are kebab-case.",
          "type": "map of skills",
          "example": "site-reliability-engineer:\n  title: SRE\n  aliases: [Site Reliability Engineer]",
          "required": false,
          "shape": {
            "type": "map",
            "key": "skill-id",
            "of": {
              "type": "record",
              "record": "skill"
            }
          }
        },
        {
          "key": "teams",
          "description": "The teams by their ids, which are kebab-case.",
          "type": "map of teams",
          "example": "infrastructure:\n  title: Infrastructure\n  lead: cloud-architect",
          "required": false,
          "shape": {
            "type": "map",
            "key": "team-id",
            "of": {
              "type": "record",
              "record": "team"
            }
          }
        },
        {
          "key": "delegation",
          "description": "Which skill must do what, whoever leads.",
          "type": "list of delegation rules",
          "example": "- task: documentation\n  skill: technical-writer",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "delegation"
            }
          }
        },
        {
          "key": "never-overridden",
          "description": "Which skill has the last word about what.",
          "type": "list of last words",
          "example": "- skill: security-sentinel\n  about: critical vulnerabilities",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "never-overridden"
            }
          }
        },
        {
          "key": "may-override",
          "description": "Who may override others, and when.",
          "type": "list of rights to override",
          "example": "- by: executive-liaison\n  when: [a business deadline outweighs technical debt]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "may-override"
            }
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "skills",
            "teams",
            "delegation",
            "never-overridden",
            "may-override"
          ],
          "atLeastOne": true
        }
      ]
    },
    "skill": {
      "name": "skill",
      "title": "a skill",
      "description": "A persona that steps of chains may call on.",
      "keys": [
        {
          "key": "title",
          "description": "The name of the skill as people read it. By default its id in words.",
          "type": "name",
          "example": "SRE",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "aliases",
          "description": "Other spellings by which chains may name this skill. An alias belongs to one skill only.",
          "type": "list of names",
          "example": "[SRE, Site Reliability Engineer]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "skill-alias"
            }
          }
        },
        {
          "key": "team",
          "description": "The team that the skill belongs to.",
          "type": "team",
          "example": "infrastructure",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "team-reference"
          }
        },
        {
          "key": "summary",
          "description": "What the skill does, in a sentence; it is shown wherever the skill is named.",
          "type": "sentence",
          "example": "Keeps services up and brings them back",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "stage",
          "description": "When in the life of a product the skill is called on: plan, build, operate or review.",
          "type": "stage or list of stages",
          "example": "[operate]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text",
                "values": [
                  "plan",
                  "build",
                  "operate",
                  "review"
                ]
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text",
                  "values": [
                    "plan",
                    "build",
                    "operate",
                    "review"
                  ]
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "dimension",
          "description": "What the skill looks after: technical, operational, security, compliance, business, people or design.",
          "type": "dimension or list of dimensions",
          "example": "[operational]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text",
                "values": [
                  "technical",
                  "operational",
                  "security",
                  "compliance",
                  "business",
                  "people",
                  "design"
                ]
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text",
                  "values": [
                    "technical",
                    "operational",
                    "security",
                    "compliance",
                    "business",
                    "people",
                    "design"
                  ]
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "source",
          "description": "The file that defines the skill for an agent, as a path from the workspace folder.",
          "type": "path",
          "example": ".claude/skills/site-reliability-engineer/SKILL.md",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "path"
          }
        }
      ]
    },
    "team": {
      "name": "team",
      "title": "a team",
      "description": "A group of skills under one lead.",
      "keys": [
        {
          "key": "title",
          "description": "The name of the team as people read it. By default its id in words.",
          "type": "name",
          "example": "Infrastructure",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "lead",
          "description": "The skill that leads the team.",
          "type": "skill",
          "example": "cloud-architect",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "skill-reference"
          }
        }
      ]
    },
    "delegation": {
      "name": "delegation",
      "title": "a delegation rule",
      "description": "A task that one skill always does, whoever leads.",
      "keys": [
        {
          "key": "task",
          "description": "The kind of task.",
          "type": "sentence",
          "example": "documentation",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "skill",
          "description": "The skill that does it.",
          "type": "skill",
          "example": "technical-writer",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "skill-reference"
          }
        }
      ]
    },
    "never-overridden": {
      "name": "never-overridden",
      "title": "a last word",
      "description": "A matter in which one skill has the last word.",
      "keys": [
        {
          "key": "skill",
          "description": "The skill that nobody overrides.",
          "type": "skill",
          "example": "security-sentinel",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "skill-reference"
          }
        },
        {
          "key": "about",
          "description": "The matter in which it has the last word.",
          "type": "sentence",
          "example": "critical vulnerabilities",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "may-override": {
      "name": "may-override",
      "title": "a right to override",
      "description": "Who may decide against others, and under which circumstances.",
      "keys": [
        {
          "key": "by",
          "description": "The skill or skills that may override others.",
          "type": "skill or list of skills",
          "example": "executive-liaison",
          "required": true,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "skill-reference"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "skill-reference"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "when",
          "description": "The circumstances under which they may.",
          "type": "sentence or list of sentences",
          "example": "[a business deadline outweighs technical debt]",
          "required": true,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ]
    },
    "suite": {
      "name": "suite",
      "title": "a suite",
      "description": "Chains or prompt plans that run as one programme: items with priorities, owners and dependencies, in phases.",
      "keys": [
        {
          "key": "suite",
          "description": "The id of this suite: kebab-case, and equal to the file name before .suite.yaml.",
          "type": "id",
          "example": "platform-evolution",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "suite-id"
          }
        },
        {
          "key": "title",
          "description": "The name of the suite as people read it.",
          "type": "name",
          "example": "Platform evolution",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "summary",
          "description": "What the programme is for, in a sentence.",
          "type": "sentence",
          "example": "Make the platform safe, seen and fast enough for the next years",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "items",
          "description": "The items by their ids. Dependencies are written in their needs and nowhere else.",
          "type": "map of items",
          "example": "P26:\n  title: Security baseline\n  plan: security/plan.security-baseline@v1.yaml\n  priority: P0",
          "required": true,
          "shape": {
            "type": "map",
            "key": "item-id",
            "of": {
              "type": "record",
              "record": "suite-item"
            }
          }
        },
        {
          "key": "phases",
          "description": "The stages of the suite in order, each with its items.",
          "type": "list of phases",
          "example": "- phase: Foundation\n  window: weeks 1-4\n  items: [P26]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "suite-phase"
            }
          }
        },
        {
          "key": "teams",
          "description": "Which team does which items, and which it helps with. If a catalogue declares the team too, both have the same id.",
          "type": "map of teams",
          "example": "Security:\n  primary: [P26, P27]",
          "required": false,
          "shape": {
            "type": "map",
            "key": "suite-team",
            "of": {
              "type": "record",
              "record": "suite-team"
            }
          }
        },
        {
          "key": "risks",
          "description": "What may go wrong in the programme, and what is done about it.",
          "type": "list of risks",
          "example": "- risk: Data loss\n  mitigation: Verify backups",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "risk"
            }
          }
        },
        {
          "key": "contingency",
          "description": "What is done if things do not go as planned.",
          "type": "list of sentences",
          "example": "[Every item has a way back]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "communication",
          "description": "What is told to whom, and how often.",
          "type": "list of updates",
          "example": "- cadence: weekly\n  what: Cross-item sync and blockers",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "update"
            }
          }
        },
        {
          "key": "artifacts",
          "description": "What each item leaves behind.",
          "type": "list of sentences",
          "example": "[Each item ends in a pull request]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "quality-gates",
          "description": "What must hold for the whole programme.",
          "type": "list of sentences",
          "example": "[No critical security issue]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        }
      ]
    },
    "suite-item": {
      "name": "suite-item",
      "title": "an item",
      "description": "One prompt plan or chain of the suite, with its place in the programme.",
      "keys": [
        {
          "key": "title",
          "description": "The name of the item as people read it. By default its id.",
          "type": "name",
          "example": "Security baseline",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "plan",
          "description": "The prompt plan that is run: the path of its file from the folder of the suite.",
          "type": "path of a prompt plan",
          "example": "security/plan.security-baseline@v1.yaml",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "plan-path"
          }
        },
        {
          "key": "chain",
          "description": "The chain that is run: its id, or the path of its file from the folder of the suite. An item has either a plan or a chain.",
          "type": "chain or path of a chain",
          "example": "gdpr-compliance-audit",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "chain-target"
          }
        },
        {
          "key": "domain",
          "description": "The field that the item belongs to; items of one field are shown together.",
          "type": "name",
          "example": "security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "domain"
          }
        },
        {
          "key": "priority",
          "description": "How urgent the item is, P0 being the most urgent.",
          "type": "priority",
          "example": "P0",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "P0",
              "P1",
              "P2",
              "P3"
            ]
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the item: a person, role or team. The team that does the work may be another.",
          "type": "name",
          "example": "Security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        },
        {
          "key": "needs",
          "description": "The items that must be done before this one begins.",
          "type": "list of items",
          "example": "[P26]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "item-reference"
            }
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "plan",
            "chain"
          ]
        }
      ]
    },
    "suite-phase": {
      "name": "suite-phase",
      "title": "a phase",
      "description": "A stage of the suite with the items that are done in it. Phases are listed in order.",
      "keys": [
        {
          "key": "phase",
          "description": "The name of the phase.",
          "type": "name",
          "example": "Foundation",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "window",
          "description": "When the phase begins and when it is over, counted from the start of the suite.",
          "type": "window",
          "example": "weeks 1-4",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "window"
          }
        },
        {
          "key": "because",
          "description": "The reason for the window; an overlap with another phase needs one.",
          "type": "sentence",
          "example": "the audit begins before the first phase is over",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "focus",
          "description": "What the phase is about.",
          "type": "sentence",
          "example": "Baselines and what everything else stands on",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "items",
          "description": "The items that are done in this phase. Each item belongs to one phase.",
          "type": "list of items",
          "example": "[P26, P27]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "item-reference"
            }
          }
        },
        {
          "key": "exit",
          "description": "What must hold before the phase is over.",
          "type": "sentence or list of sentences",
          "example": "[Security baseline checks pass]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "success",
          "description": "How to tell that the phase was a success. Priorities that are named here are those of its items.",
          "type": "list of sentences and metrics",
          "example": "[100% of P0]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "choice",
              "options": [
                {
                  "type": "scalar",
                  "meaning": "text"
                },
                {
                  "type": "record",
                  "record": "success-metric"
                }
              ]
            }
          }
        },
        {
          "key": "capacity",
          "description": "How many items can be active at once, and how many people each of them takes.",
          "type": "capacity",
          "example": "{ active: 4, people-per-item: 2-3 }",
          "required": false,
          "shape": {
            "type": "record",
            "record": "capacity"
          }
        }
      ]
    },
    "capacity": {
      "name": "capacity",
      "title": "a capacity",
      "description": "How much can be worked on at once in a phase.",
      "keys": [
        {
          "key": "active",
          "description": "How many items can be active at the same time.",
          "type": "whole number",
          "example": "4",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        },
        {
          "key": "people-per-item",
          "description": "How many people work on each item.",
          "type": "number or range",
          "example": "2-3",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "number-range"
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "active",
            "people-per-item"
          ],
          "atLeastOne": true
        }
      ]
    },
    "suite-team": {
      "name": "suite-team",
      "title": "a team of a suite",
      "description": "The items that a team does, and those that it helps with.",
      "keys": [
        {
          "key": "primary",
          "description": "The items whose work this team does.",
          "type": "item or list of items",
          "example": "[P26, P27]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "item-reference"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "item-reference"
                }
              }
            ]
          }
        },
        {
          "key": "support",
          "description": "The items that this team helps with, or all of them.",
          "type": "item, list of items, or all",
          "example": "all",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "item-reference",
                "suggestions": [
                  "all"
                ]
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "item-reference",
                  "suggestions": [
                    "all"
                  ]
                }
              }
            ]
          }
        }
      ],
      "oneOf": [
        {
          "keys": [
            "primary",
            "support"
          ],
          "atLeastOne": true
        }
      ]
    },
    "risk": {
      "name": "risk",
      "title": "a risk",
      "description": "What may go wrong in the programme, and what is done about it.",
      "keys": [
        {
          "key": "risk",
          "description": "What may go wrong.",
          "type": "sentence",
          "example": "Data loss",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "level",
          "description": "How grave the risk is.",
          "type": "level",
          "example": "high",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "suggestions": [
              "low",
              "medium",
              "high",
              "critical"
            ]
          }
        },
        {
          "key": "mitigation",
          "description": "What keeps it from happening, or makes it bearable.",
          "type": "sentence",
          "example": "Verify backups",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the risk: a person, role or team.",
          "type": "name",
          "example": "Data",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        }
      ]
    },
    "update": {
      "name": "update",
      "title": "an update",
      "description": "What is told, and how often.",
      "keys": [
        {
          "key": "cadence",
          "description": "How often it is told.",
          "type": "cadence",
          "example": "weekly",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "cadence",
            "suggestions": [
              "daily",
              "weekly",
              "monthly",
              "quarterly",
              "yearly",
              "after each run"
            ]
          }
        },
        {
          "key": "what",
          "description": "What is told, and to whom.",
          "type": "sentence",
          "example": "Cross-item sync and blockers",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        }
      ]
    },
    "plan": {
      "name": "plan",
      "title": "a prompt plan",
      "description": "One reusable prompt with typed inputs, a template and examples.",
      "keys": [
        {
          "key": "meta",
          "description": "What the plan is called, whose it is and what it is for.",
          "type": "plan header",
          "example": "id: plan.security-baseline@v1\nowner: security",
          "required": true,
          "shape": {
            "type": "record",
            "record": "plan-meta"
          }
        },
        {
          "key": "modelConfig",
          "description": "The model that the prompt is made for, and its settings.",
          "type": "model configuration",
          "example": "model: gpt-4o\ntemperature: 0.2\nmaxTokens: 4000",
          "required": false,
          "shape": {
            "type": "record",
            "record": "model-config"
          }
        },
        {
          "key": "inputs",
          "description": "The inputs of the template, each with its type. Each of them is a placeholder in the template.",
          "type": "map of types",
          "example": "repository: string\nstack: string",
          "required": false,
          "shape": {
            "type": "map",
            "key": "input-id",
            "of": {
              "type": "choice",
              "options": [
                {
                  "type": "scalar",
                  "meaning": "input-type",
                  "suggestions": [
                    "string",
                    "number",
                    "boolean",
                    "list"
                  ]
                },
                {
                  "type": "record",
                  "record": "plan-input"
                }
              ]
            }
          }
        },
        {
          "key": "template",
          "description": "The prompt itself, in Markdown. An input appears in it as its name in double braces. Write it as a block, with | after the colon.",
          "type": "Markdown",
          "example": "|-\n  Look at {{repository}}, which is written in {{stack}}.",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "template"
          }
        },
        {
          "key": "examples",
          "description": "Inputs to try the prompt with, and what its answer must contain.",
          "type": "list of examples",
          "example": "- name: small service\n  inputs: { repository: acme/shop, stack: TypeScript }\n  expected_contains: [baseline]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "plan-example"
            }
          }
        }
      ]
    },
    "plan-meta": {
      "name": "plan-meta",
      "title": "a plan header",
      "description": "What the plan is called, whose it is and what it is for. Other tools may add keys of their own.",
      "keys": [
        {
          "key": "id",
          "description": "The id of this plan, equal to the name of its file before .yaml.",
          "type": "id",
          "example": "plan.security-baseline@v1",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "plan-id"
          }
        },
        {
          "key": "owner",
          "description": "Who is accountable for the plan: a person, role or team.",
          "type": "name",
          "example": "security",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "owner"
          }
        },
        {
          "key": "purpose",
          "description": "What the prompt is for, in a sentence.",
          "type": "sentence",
          "example": "Find what a repository lacks against the security baseline",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "tags",
          "description": "Words under which people look for the plan.",
          "type": "list of words",
          "example": "[security, baseline]",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "scalar",
              "meaning": "text"
            }
          }
        },
        {
          "key": "guardrails",
          "description": "What the answer must never do.",
          "type": "sentence or list of sentences",
          "example": "[Never print a secret]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ],
      "open": true
    },
    "model-config": {
      "name": "model-config",
      "title": "a model configuration",
      "description": "The model that the prompt is made for, and its settings. Other tools may add keys of their own.",
      "keys": [
        {
          "key": "model",
          "description": "The name of the model.",
          "type": "name",
          "example": "gpt-4o",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "temperature",
          "description": "How freely the model chooses its words.",
          "type": "number",
          "example": "0.2",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "number"
          }
        },
        {
          "key": "maxTokens",
          "description": "The largest number of tokens in the answer.",
          "type": "whole number",
          "example": "4000",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "count"
          }
        }
      ],
      "open": true
    },
    "plan-input": {
      "name": "plan-input",
      "title": "an input of a plan",
      "description": "An input with more than its type. Other tools may add keys of their own.",
      "keys": [
        {
          "key": "type",
          "description": "What the input is; a question mark after it makes it optional.",
          "type": "type",
          "example": "string",
          "required": true,
          "shape": {
            "type": "scalar",
            "meaning": "input-type",
            "suggestions": [
              "string",
              "number",
              "boolean",
              "list"
            ]
          }
        },
        {
          "key": "description",
          "description": "What the input says, for whoever fills it in.",
          "type": "sentence",
          "example": "The repository to look at, as owner and name",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "required",
          "description": "Whether the input must be given. By default it must, unless it has a default.",
          "type": "true or false",
          "example": "false",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "boolean",
            "values": [
              "true",
              "false"
            ]
          }
        },
        {
          "key": "default",
          "description": "The value that is used if the input is not given.",
          "type": "any value",
          "example": "main",
          "required": false,
          "shape": {
            "type": "any"
          }
        }
      ],
      "open": true
    },
    "plan-example": {
      "name": "plan-example",
      "title": "an example of a plan",
      "description": "Inputs to try the prompt with, and what its answer must contain. Other tools may add keys of their own.",
      "keys": [
        {
          "key": "name",
          "description": "What the example shows.",
          "type": "name",
          "example": "small service",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text"
          }
        },
        {
          "key": "inputs",
          "description": "A value for every input of the plan.",
          "type": "map of inputs",
          "example": "repository: acme/shop\nstack: TypeScript and PostgreSQL",
          "required": false,
          "shape": {
            "type": "map",
            "key": "input-use",
            "of": {
              "type": "any"
            }
          }
        },
        {
          "key": "expected_contains",
          "description": "Words that the answer must contain.",
          "type": "text or list of texts",
          "example": "[baseline, severity]",
          "required": false,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "text"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "text"
                },
                "minimum": 1
              }
            ]
          }
        }
      ],
      "open": true
    },
    "configuration": {
      "name": "configuration",
      "title": "a configuration",
      "description": "Which rules are on for the files of this folder and of those below it, and how severe they are.",
      "keys": [
        {
          "key": "root",
          "description": "Such files in folders further out do not count here. Without it they do, and the one nearest to a file decides, key by key and rule by rule.",
          "type": "true or false",
          "example": "true",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "boolean",
            "values": [
              "true",
              "false"
            ]
          }
        },
        {
          "key": "preset",
          "description": "Which rules are on: recommended are those that nearly everyone wants, strict is every rule. Without it, such a file further out decides, or else it is recommended.",
          "type": "recommended or strict",
          "example": "strict",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "values": [
              "recommended",
              "strict"
            ]
          }
        },
        {
          "key": "rules",
          "description": "Single rules by their codes: off, or a severity. With on, a rule has its own severity, even if the preset leaves it out.",
          "type": "map of severities",
          "example": "unused-product: off\nunknown-skill: error",
          "required": false,
          "shape": {
            "type": "map",
            "key": "rule-code",
            "of": {
              "type": "scalar",
              "meaning": "text",
              "values": [
                "off",
                "hint",
                "information",
                "warning",
                "error",
                "on"
              ]
            }
          }
        },
        {
          "key": "overrides",
          "description": "What differs for some of the files.",
          "type": "list of overrides",
          "example": "- files: drafts/**\n  rules:\n    missing-key: information",
          "required": false,
          "shape": {
            "type": "list",
            "of": {
              "type": "record",
              "record": "override"
            }
          }
        }
      ]
    },
    "override": {
      "name": "override",
      "title": "an override",
      "description": "What differs for some files. Of several that match a file the later one counts, key by key and rule by rule.",
      "keys": [
        {
          "key": "files",
          "description": "Which files, by their paths from the folder of this file; asterisks and question marks stand for any characters. The name of a folder means all that is in it.",
          "type": "path pattern, or a list of them",
          "example": "drafts/**",
          "required": true,
          "shape": {
            "type": "choice",
            "options": [
              {
                "type": "scalar",
                "meaning": "path-pattern"
              },
              {
                "type": "list",
                "of": {
                  "type": "scalar",
                  "meaning": "path-pattern"
                },
                "minimum": 1
              }
            ]
          }
        },
        {
          "key": "preset",
          "description": "Which rules are on: recommended are those that nearly everyone wants, strict is every rule. Without it, such a file further out decides, or else it is recommended.",
          "type": "recommended or strict",
          "example": "strict",
          "required": false,
          "shape": {
            "type": "scalar",
            "meaning": "text",
            "values": [
              "recommended",
              "strict"
            ]
          }
        },
        {
          "key": "rules",
          "description": "Single rules by their codes: off, or a severity. With on, a rule has its own severity, even if the preset leaves it out.",
          "type": "map of severities",
          "example": "unused-product: off\nunknown-skill: error",
          "required": false,
          "shape": {
            "type": "map",
            "key": "rule-code",
            "of": {
              "type": "scalar",
              "meaning": "text",
              "values": [
                "off",
                "hint",
                "information",
                "warning",
                "error",
                "on"
              ]
            }
          }
        }
      ]
    }
  }
};
