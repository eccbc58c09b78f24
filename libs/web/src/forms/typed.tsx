import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ShellView } from '../page/view.ts';
import type { Answers } from './answers.ts';

const Typed = createContext<Answers | null>(null);

/** What was typed into a form before a session ended; null for every other form. */
export const keptFor = ({ keptForm }: ShellView, action: string): Answers | null =>
  keptForm && keptForm.action === action.split('?')[0] ? keptForm.values : null;

/** Around the fields of a form: they then show what was typed instead of what is saved. */
export function WithTyped(o: { view: ShellView; action: string; children: ComponentChildren }) {
  return <Typed.Provider value={keptFor(o.view, o.action)}>{o.children}</Typed.Provider>;
}

/** What a field shows. */
export const useValues = (values: Answers): Answers => useContext(Typed) ?? values;

/** Sent along unseen. */
export function Hidden({ name, value }: { name: string; value: string | undefined }) {
  const values = useValues({ [name]: value });
  return <input type="hidden" name={name} value={values[name] ?? value} />;
}
