export const bond = {} as const;
