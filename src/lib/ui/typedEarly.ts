type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
	interface Window {
		/** Fields that were typed in or chosen from before the page came to life; filled by a line in the head. */
		typedEarly?: Set<EventTarget>;
	}
}

/**
 * Notes what was typed while the script was still on its way. Called before any field is brought to life, because that
 * sets fields to what the server knew.
 * @returns puts it back, as if it were typed again
 */
export function typedEarly(): () => void {
	const early = [...(window.typedEarly ?? [])].filter(isControl).map((control) => ({ control, ...stateOf(control) }));
	delete window.typedEarly;
	return () => {
		for (const { control, value, checked } of early) {
			if (!control.isConnected) continue;
			if (isTicked(control)) control.checked = checked;
			else if (control.value !== value) control.value = value;
			for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
		}
	};
}

function isControl(target: EventTarget): target is Control {
	return target instanceof Element && target.matches('textarea, select, input:not([type=file])');
}

function isTicked(control: Control): control is HTMLInputElement {
	return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

function stateOf(control: Control): { value: string; checked: boolean } {
	return { value: control.value, checked: isTicked(control) && control.checked };
}
