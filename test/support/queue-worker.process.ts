import { Desk } from './queue.desk';

/** `<database url> <queue url, or nothing>`: a worker that says `taken` when it has a job, and never ends it. */
async function main([databaseUrl = '', queueUrl]: readonly string[]): Promise<void> {
  const desk = await Desk.open(databaseUrl, queueUrl || undefined);
  desk.handler.before = () => {
    process.stdout.write('taken');
    return new Promise(() => undefined);
  };
  await desk.relay.listen();
  await desk.relay.sweep();
  setInterval(() => undefined, 1_000);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
