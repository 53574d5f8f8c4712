import { Command, Option } from 'commander';
import { type AuditExportOptions, auditExportCommand } from './audit/export.js';
import { type AuditVerifyOptions, auditVerifyCommand } from './audit/verify.js';
import { type ChatOptions, chatCommand } from './chat.js';
import type { Context } from './context.js';
import { demoCommand } from './demo.js';
import { type DiagnoseOptions, diagnoseCommand } from './diagnose.js';
import { type DoctorOptions, doctorCommand } from './doctor/command.js';
import type { ExitCode } from './exit-codes.js';
import { helpText } from './help.js';
import { migrateCommand } from './migrate.js';
import type { StoreOption } from './on-store.js';
import { type PolicyCheckOptions, policyCheckCommand } from './policy/check.js';
import { type PolicyDeployOptions, policyDeployCommand } from './policy/deploy.js';
import { type PolicyTestOptions, policyTestCommand } from './policy/test.js';
import { type ProbeOptions, probeCommand } from './probe/command.js';
import { type ReportOptions, reportCommand } from './report/command.js';
import { type SandboxOptions, sandboxCommand } from './sandbox.js';
import { type ServeOptions, serveCommand } from './serve.js';
import { version } from './version.js';

/** Where the commands report to. */
interface Reports {
  /** Exit code of the command that ran. */
  readonly done: (code: ExitCode) => void;
  /** Help or version, where they were asked for. */
  readonly print: (text: string) => void;
}

/** The commands, described in the context's language. */
export function programFor(context: Context, width: number, { done, print }: Reports): Command {
  const { texts } = context;
  const { options } = texts;
  const program = command('acr-help').version(version(), '--version', options.version);

  add('diagnose')
    .argument('[file]', texts.file)
    .option('--json', options.json)
    .option('--jsonl', options.jsonl)
    .action(async (file: string | undefined, given: DiagnoseOptions) =>
      done(await diagnoseCommand(file, given, context)),
    );
  add('chat')
    .option('--registry <name>', options.registry)
    .option('--world <file>', options.world)
    .option('--policy <file>', options.chatPolicy)
    .option('--json', options.chatJson)
    .action(async (given: ChatOptions) => done(await chatCommand(given, context)));
  add('serve')
    .option('--world <file>', options.serveWorld)
    .action(async (given: ServeOptions) => done(await serveCommand(given, context)));
  add('sandbox')
    .requiredOption('--world <file>', options.world)
    .option('--side <side>', options.side)
    .option('--port <port>', options.port)
    .option('--ca <file>', options.ca)
    .option('--distribution', options.distribution)
    .action(async (given: SandboxOptions) => done(await sandboxCommand(given, context)));
  addTo(program, 'probe', texts.probe.command)
    .argument('<registry>', texts.probe.registry)
    .option('--repository <repository>', texts.probe.options.repository)
    .option('--json', texts.probe.options.json)
    .action(async (registry: string, given: ProbeOptions) =>
      done(await probeCommand(registry, given, context)),
    );
  addTo(program, 'doctor', texts.doctor.command)
    .option('--json', texts.doctor.options.json)
    .option('--world <file>', texts.doctor.options.world)
    .action(async (given: DoctorOptions) => done(await doctorCommand(given, context)));
  const policy = add('policy');
  const { options: of } = texts.policy;
  addTo(policy, 'test', texts.policy.commands.test)
    .option('--policy <file>', of.policy)
    .requiredOption('--as <id>', of.as)
    .option('--groups <ids>', of.groups)
    .option('--guest', of.guest)
    .option('--tenant <id>', of.tenant)
    .option('--role <role>', of.role)
    .option('--rotate <secret>', of.rotate)
    .requiredOption('--registry <registry>', of.registry)
    .option('--mode <mode>', of.mode)
    .option('--repository <repository>', of.repository)
    .option('--below', of.below)
    .option('--for <time>', of.for)
    .option('--identity <identity>', of.identity)
    .option('--owners <ids>', of.owners)
    .option('--no-reason', of.noReason)
    .option('--approver <id>', of.approver)
    .option('--approver-groups <ids>', of.approverGroups)
    // --lang may stand before or after the name of the command: it is an option of both.
    .action(async (_given: unknown, it: Command) =>
      done(await policyTestCommand(it.optsWithGlobals<PolicyTestOptions>(), context)),
    );
  addTo(policy, 'check', texts.policy.commands.check)
    .argument('[file]', texts.policy.file)
    .action(async (file: string | undefined, _given: unknown, it: Command) =>
      done(await policyCheckCommand(file, it.optsWithGlobals<PolicyCheckOptions>(), context)),
    );
  addTo(policy, 'deploy', texts.policy.commands.deploy)
    .argument('[file]', texts.policy.file)
    .option('--out <folder>', of.out)
    .option('--check', of.compare)
    .option('--subscriptions <ids>', of.subscriptions)
    .action(async (file: string | undefined, given: PolicyDeployOptions) =>
      done(await policyDeployCommand(file, given, context)),
    );
  const audit = add('audit');
  const { options: kept } = texts.audit;
  addTo(audit, 'verify', texts.audit.commands.verify)
    .option('--store <store>', kept.store)
    .option('--anchor <anchor>', kept.anchor)
    .action(async (_given: unknown, it: Command) =>
      done(await auditVerifyCommand(it.optsWithGlobals<AuditVerifyOptions>(), context)),
    );
  addTo(audit, 'export', texts.audit.commands.export)
    .option('--store <store>', kept.store)
    .option('--after <row>', kept.after)
    .action(async (_given: unknown, it: Command) =>
      done(await auditExportCommand(it.optsWithGlobals<AuditExportOptions>(), context)),
    );
  const { options: reported } = texts.report;
  addTo(program, 'report', texts.report.command)
    .option('--store <store>', kept.store)
    .option('--since <time>', reported.since)
    .option('--until <day>', reported.until)
    .option('--by <step>', reported.by)
    .option('--json', reported.json)
    .option('--exact', reported.exact)
    .option('--words', reported.words)
    .action(async (given: ReportOptions) => done(await reportCommand(given, context)));
  addTo(program, 'migrate', texts.migrate.command)
    .option('--store <store>', kept.store)
    .action(async (given: StoreOption) => done(await migrateCommand(given, context)));
  add('demo').action(async (given: { readonly lang?: string }) => done(await demoCommand(given, context)));

  // Last among the options of each, and a new one for each: commander keeps state in an option.
  for (const each of [...program.commands, ...policy.commands, ...audit.commands])
    each.addOption(new Option('--lang <lang>', options.lang));
  // Whoever does not know the options types it; commander's own is in English, and with a row in the help.
  program.addCommand(
    command('help').action(() => {
      program.outputHelp();
      program.error('', { code: 'commander.helpDisplayed', exitCode: 0 });
    }),
    { hidden: true },
  );
  return program;

  function add(name: keyof typeof texts.commands): Command {
    return addTo(program, name, texts.commands[name]);
  }

  function addTo(parent: Command, name: string, description: string): Command {
    const added = command(name).description(description);
    parent.addCommand(added);
    return added;
  }

  function command(name: string): Command {
    return new Command(name)
      .helpOption('-h, --help', options.help)
      .helpCommand(false)
      .allowExcessArguments(false)
      .exitOverride()
      .configureOutput({ writeOut: print, writeErr: print, outputError: () => {} })
      .configureHelp({ formatHelp: (it) => helpText(it, width, texts) });
  }
}
