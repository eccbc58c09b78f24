export * from './values.tsx';
export * from './status-panel.tsx';
export * from './tracker-steps.tsx';
export * from './timeline.tsx';
export * from './facts.tsx';
export * from './data-table.tsx';
export * from './filter-layout.tsx';
export * from './progress.tsx';
