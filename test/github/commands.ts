/** One workflow command as the runner would carry it out. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The commands that a runner finds in a step's output, by the two rules of actions/runner (ActionCommand.cs): a line
 * that starts with `::` after trimming, and otherwise `##[` anywhere in a line.
 */
export function commandsIn(stdout: string): Command[] {
  return stdout.split(/\r\n|\r|\n/u).flatMap((line): Command[] => {
    const modern = /^\s*::(?<name>[^\s:]+)(?: (?<properties>.*?))?::(?<data>.*)$/su.exec(line)?.groups;
    if (modern !== undefined) {
      return [
        { name: modern['name']!, properties: parse(modern['properties'] ?? '', ','), data: decode(modern['data']!) },
      ];
    }
    const old = /##\[(?<name>[^\]\s]+)(?: (?<properties>[^\]]*))?\](?<data>.*)$/su.exec(line)?.groups;
    if (old === undefined) return [];
    return [{ name: old['name']!, properties: parse(old['properties'] ?? '', ';'), data: old['data']! }];
  });
}

function parse(properties: string, separator: string): Record<string, string> {
  const pairs = properties.split(separator).flatMap((property): [string, string][] => {
    const [key = '', ...value] = property.trim().split('=');
    return key === '' ? [] : [[key, decode(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',')]];
  });
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
