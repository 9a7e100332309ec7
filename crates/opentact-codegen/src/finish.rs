//! Finishing touches on the generator's output, where no setting of it reaches.

mod answers;
mod bodies;
mod boxes;
mod constructor;
mod forms;
mod json_schemas;
mod maybe_fields;
mod methods;
mod path_segments;
mod phone_numbers;
mod renamed_fields;
mod request_bodies;
mod setters;
mod tolerant;
mod uploads;

use proc_macro2::TokenStream;
use syn::{File, Item};

use crate::error::Error;
use crate::limits::Limit;
use crate::prepare::Prepared;
use forms::unexpected;
pub(crate) use forms::{argument_of, ends_with, named_arguments};
pub(crate) use json_schemas::{derives_serialize, name_of};
pub(crate) use request_bodies::limit;

/// Adds further models to `types`, the open enumerations above all, and mends fourteen things in the generator's output.
///
/// 1. An optional field that may be null becomes `Maybe`: `Option` would forget which it was.
/// 2. A request body is written by the trait `RequestBody`: with the secrets in it, which do not serialize
///    otherwise, and a form as a form.
/// 3. A path segment is taken from its validated type, which has no `Display` to leak it.
/// 4. `Client::new` goes: it panics where no HTTP client can be built.
/// 5. The struct of an object is built by `new` and setters, so that a new field breaks nobody.
/// 6. The models tell their JSON Schema, where the feature `schemars` is on.
/// 7. A received model is read field by field, where one odd value would cost the whole of it.
/// 8. A method has its arguments in the contract's order, checks their limits, says that it is deprecated,
///    and gives `None` for 204.
/// 9. An answer that is text gives `String`, one of bytes a `Download`, and the request accepts it.
/// 10. A form does not serialize: its file is no JSON.
/// 11. What a request sends is checked by the limits of the contract.
/// 12. A property called `extra` becomes the field `extra_`, for the other one is for what is not
///     listed; `type` becomes `kind`, and others as the contract says.
/// 13. An object that may be missing from what is received is boxed, so that a list has no room for it.
/// 14. A telephone number tells and sends the form that the contract has for it.
///
/// A place that is due for one of these and does not have the expected form is an error: code
/// that compiles and loses a null, or leaks, is worse than none.
pub(crate) fn finish(
    output: TokenStream,
    models: TokenStream,
    prepared: &Prepared,
    limits: &[Limit],
) -> Result<File, Error> {
    let mut file: File = syn::parse2(output).map_err(Error::Output)?;
    maybe_fields::rewrite(&mut file, prepared.maybe_fields)?;
    bodies::rewrite(&mut file)?;
    path_segments::rewrite(&mut file)?;
    constructor::remove(&mut file);
    let models: File = syn::parse2(models).map_err(Error::Output)?;
    methods::rewrite(&mut file, &prepared.methods)?;
    answers::rewrite(&mut file, &prepared.methods)?;
    let types = types(&mut file)?;
    renamed_fields::restore(types, &prepared.renamed)?;
    renamed_fields::rename_fields(types, &prepared.named)?;
    boxes::add(types, &prepared.sent);
    setters::add(types, prepared, &models.items)?;
    phone_numbers::tell(types, &prepared.whole_numbers, &prepared.sent);
    json_schemas::derive(types, limits, &prepared.changes);
    uploads::rewrite(types, &prepared.forms);
    types.extend(models.items);
    tolerant::add(types, &prepared.required, &prepared.sent);
    request_bodies::add(types, prepared, limits);
    let list = json_schemas::list(types);
    let list: File = syn::parse2(list).map_err(Error::Output)?;
    file.items.extend(list.items);
    Ok(file)
}

/// The items of the module `types`.
fn types(file: &mut File) -> Result<&mut Vec<Item>, Error> {
    file.items
        .iter_mut()
        .find_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => {
                module.content.as_mut().map(|(_, items)| items)
            }
            _ => None,
        })
        .ok_or_else(|| unexpected("the output", "has no module `types`"))
}
