import type { Command } from 'commander';
import { demo } from '../demo/demo';
import { onTheBureau } from '../context';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description(
      'fills an empty bureau with a small, lively one: a pool, people, and requests at every stage',
    )
    .action(() => onTheBureau((bureau) => demo(bureau)));
}
