/** `skill-chains schema`: the JSON Schemas of the language, for tools that know nothing else of it. */
import { Argument, Command } from 'commander';
import catalogue from '../../../../schemas/generated/catalogue.schema.json' with { type: 'json' };
import chain from '../../../../schemas/generated/chain.schema.json' with { type: 'json' };
import configuration from '../../../../schemas/generated/configuration.schema.json' with { type: 'json' };
import plan from '../../../../schemas/generated/plan.schema.json' with { type: 'json' };
import suite from '../../../../schemas/generated/suite.schema.json' with { type: 'json' };
import type { Host } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { outputOption, writeMade } from '../support/output.ts';

const schemas = { chain, catalogue, suite, plan, configuration } as const;

export const schemaCommand = (host: Host): Command =>
  withExamples(
    new Command('schema')
      .summary('print the JSON Schema of a kind of file')
      .description(
        'Prints the JSON Schema of a kind of file. It knows the keys and their shapes; lint knows what they mean.',
      )
      .addArgument(new Argument('<kind>', 'the kind of file').choices(Object.keys(schemas)))
      .addOption(outputOption())
      .action((kind: keyof typeof schemas, { output }: { readonly output?: string }) =>
        writeMade(host, output, `${JSON.stringify(schemas[kind], undefined, 2)}\n`),
      ),
    [
      [
        'skill-chains schema chain -o chain.schema.json',
        'keeps the schema of chains; an editor that knows no more than YAML finds it by a first line # yaml-language-server: $schema=chain.schema.json',
      ],
    ],
  );
