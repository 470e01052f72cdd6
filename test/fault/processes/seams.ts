type Given = readonly unknown[];
type Methods = Record<string, ((...given: Given) => unknown) | undefined>;

/** Puts something around a method of a class or an object. Throws when there is no such method any more. */
export function aroundCall(
  owner: object,
  name: string,
  around: (call: () => unknown, given: Given) => unknown,
): void {
  const methods = owner as Methods;
  const original = methods[name];
  if (!original) throw new Error(`${owner.constructor.name} has no ${name}() to be interrupted at`);
  methods[name] = function (this: unknown, ...given: Given) {
    return around(() => original.apply(this, [...given]), given);
  };
}

export const beforeCall = (owner: object, name: string, watch: (given: Given) => void): void =>
  aroundCall(owner, name, (call, given) => {
    watch(given);
    return call();
  });

/** After an asynchronous method has come to a good end. */
export const afterCall = (owner: object, name: string, watch: (given: Given) => void): void =>
  aroundCall(owner, name, async (call, given) => {
    const answer = await call();
    watch(given);
    return answer;
  });
