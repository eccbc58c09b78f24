import { Field, type LabelledOptions } from './form-group.tsx';
import { attrs, cx, i18n, str, type Attributes } from './shared.tsx';

export type FileUploadOptions = LabelledOptions & {
  multiple?: boolean;
  javascript?: boolean;
  wrapperClasses?: string;
  wrapperAttributes?: Attributes;
  chooseFilesButtonText?: string;
  dropInstructionText?: string;
  noFileChosenText?: string;
  multipleFilesChosenText?: Record<string, string>;
  enteredDropZoneText?: string;
  leftDropZoneText?: string;
};

export function FileUpload(o: FileUploadOptions) {
  const id = o.id || o.name;
  return (
    <Field options={o} id={id}>
      {(describedBy) => {
        const input = (
          <input
            {...attrs(
              {
                class: cx(
                  'govuk-file-upload',
                  o.classes,
                  o.errorMessage && 'govuk-file-upload--error',
                ),
                id: str(id),
                name: str(o.name),
                type: 'file',
                disabled: o.disabled,
                multiple: o.multiple,
                'aria-describedby': describedBy,
              },
              o.attributes,
            )}
          />
        );
        if (!o.javascript) return input;
        return (
          <div
            {...attrs(
              {
                class: cx('govuk-file-upload-wrapper', o.wrapperClasses),
                'data-module': 'govuk-file-upload',
                ...i18n('choose-files-button', o.chooseFilesButtonText),
                ...i18n('no-file-chosen', o.noFileChosenText),
                ...i18n('multiple-files-chosen', o.multipleFilesChosenText),
                ...i18n('drop-instruction', o.dropInstructionText),
                ...i18n('entered-drop-zone', o.enteredDropZoneText),
                ...i18n('left-drop-zone', o.leftDropZoneText),
              },
              o.wrapperAttributes,
            )}
          >
            {input}
          </div>
        );
      }}
    </Field>
  );
}
