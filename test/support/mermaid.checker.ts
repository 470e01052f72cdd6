/** A sentence for everything that a reader of Mermaid would stumble over; empty when the diagram can be drawn. */
export function faultsOfDiagram(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const faults: string[] = [];
  if (lines[0] !== 'stateDiagram-v2') faults.push(`it starts with '${lines[0] ?? ''}'`);
  const named = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
  const states = new Set([...named(/^state ".*" as (\w+)(?: \{)?$/), ...named(/^state (\w+) <<choice>>$/)]);
  const styles = new Set(named(/^classDef (\w+) /));
  if (styles.size < 2) faults.push('it has no colours');
  for (const line of lines) {
    const [, state, style] = /^class (\S+) (\S+)$/.exec(line) ?? [];
    if (state !== undefined && !states.has(state)) faults.push(`${line}: no such state`);
    if (style !== undefined && !styles.has(style)) faults.push(`${line}: no such style`);
    const [, noted] = /^note right of (\S+) : /.exec(line) ?? [];
    if (noted !== undefined && !states.has(noted)) faults.push(`${line}: no such state`);
    const [, from, to] = /^(\S+) --> (\S+)(?: : .*)?$/.exec(line) ?? [];
    for (const end of [from, to])
      if (end !== undefined && end !== '[*]' && !states.has(end))
        faults.push(`${line}: ${end} is not declared`);
    const isKnown =
      /^(stateDiagram-v2|direction LR|state .*|class .*|classDef .*|note right of \S+ : .+|\S+ --> .*|--|\}|)$/.test(
        line,
      );
    if (!isKnown) faults.push(`${line}: is no Mermaid`);
  }
  const opened = lines.filter((line) => line.endsWith('{')).length;
  const closed = lines.filter((line) => line === '}').length;
  if (opened !== closed) faults.push(`${opened} braces opened, ${closed} closed`);
  if (!lines.some((line) => /^class \w+ now$/.test(line)))
    faults.push('it shows nowhere where the request stands');
  return faults;
}
