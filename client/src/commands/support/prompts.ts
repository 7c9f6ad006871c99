/** The editor's two boxes, with a way back: one to choose in, one to write in. */
import type {
  Disposable,
  InputBoxValidationMessage,
  QuickInput,
  QuickInputButton,
  QuickPickItem,
} from 'vscode';
import { InputBoxValidationSeverity, QuickInputButtons, window } from 'vscode';
import type { StepPlace } from './steps.ts';

/** A label as text: the editor would make pictures of names in `$(…)`. */
export const literally = (label: string): string => label.replaceAll('$(', '\\$(');

/** `undefined`: the person left. */
export type Answer<Value> = { readonly value: Value } | 'back' | undefined;

export interface Choice<Value> extends QuickPickItem {
  readonly value?: Value;
}

/** Lets a person choose; separators among the choices have no value. `active` is chosen where they only press Enter. */
export function choose<Value>(
  place: StepPlace,
  words: { readonly title: string; readonly placeholder: string },
  choices: readonly Choice<Value>[],
  active?: Choice<Value>,
): Promise<Answer<Value>> {
  const pick = window.createQuickPick<Choice<Value>>();
  pick.placeholder = words.placeholder;
  pick.items = choices;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (active !== undefined) pick.activeItems = [active];
  return shown(pick, words.title, place, answer => [
    pick.onDidAccept(() => {
      const [selected] = pick.selectedItems;
      if (selected?.value !== undefined) answer({ value: selected.value });
    }),
    pick.onDidTriggerButton(() => answer('back')),
  ]);
}

/** Lets a person choose any number; what is `picked` is chosen where they only press Enter. */
export function chooseSeveral<Value>(
  place: StepPlace,
  words: { readonly title: string; readonly placeholder: string },
  choices: readonly Choice<Value>[],
): Promise<Answer<readonly Value[]>> {
  const pick = window.createQuickPick<Choice<Value>>();
  pick.placeholder = words.placeholder;
  pick.canSelectMany = true;
  pick.items = choices;
  pick.selectedItems = choices.filter(({ picked }) => picked === true);
  return shown(pick, words.title, place, answer => [
    pick.onDidAccept(() =>
      answer({ value: pick.selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value])) }),
    ),
    pick.onDidTriggerButton(() => answer('back')),
  ]);
}

/** A message that stands in a box hides its prompt, so what is asked is to be said in the messages too. */
export interface Writing {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** The part of the value that typing replaces, in UTF-16 units. */
  readonly selection?: readonly [number, number];
  /** Is told what stands in the box, so that who goes back and forth writes nothing twice. */
  readonly typed?: (text: string) => void;
  /** What is to be said of a text. An error keeps it from being taken, and so does `wait`, which says nothing. */
  readonly validate: (text: string) => Promise<InputBoxValidationMessage | 'wait' | undefined>;
}

/** Lets a person write a line. What is said of it follows the typing; a text is taken only once what is said of it is known. */
export function write(place: StepPlace, words: Writing): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = words.prompt;
  box.placeholder = words.placeholder ?? '';
  box.value = words.value;
  if (words.selection !== undefined) box.valueSelection = words.selection;
  /** Says what is to be said; false: the text is not to be taken, or is another by now. */
  const check = async (): Promise<boolean> => {
    const { value } = box;
    const said = await words.validate(value);
    if (value !== box.value) return false;
    box.validationMessage = said === 'wait' ? undefined : said;
    return said !== 'wait' && said?.severity !== InputBoxValidationSeverity.Error;
  };
  void check();
  return shown(box, words.title, place, answer => [
    box.onDidChangeValue(text => {
      words.typed?.(text);
      void check();
    }),
    box.onDidAccept(async () => {
      const { value } = box;
      if (await check()) answer({ value });
    }),
    box.onDidTriggerButton(() => answer('back')),
  ]);
}

/** Shows a box until it has its answer or is gone; the buttons that it has stand behind the way back. */
export function shown<Value>(
  box: QuickInput & {
    buttons: readonly QuickInputButton[];
  },
  title: string,
  place: StepPlace,
  listen: (answer: (answer: Answer<Value>) => void) => readonly Disposable[],
): Promise<Answer<Value>> {
  box.title = title;
  box.ignoreFocusOut = true;
  if (place.total > 1) {
    box.step = place.number;
    box.totalSteps = place.total;
  }
  box.buttons = [...(place.canGoBack ? [QuickInputButtons.Back] : []), ...box.buttons];
  return new Promise(resolve => {
    const listeners = [box.onDidHide(() => finish(undefined)), ...listen(answer => finish(answer))];
    const finish = (answer: Answer<Value>): void => {
      for (const listener of listeners) listener.dispose();
      resolve(answer);
      box.dispose();
    };
    box.show();
  });
}
