export const bond = {};
