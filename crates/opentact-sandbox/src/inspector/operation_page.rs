//! One operation of the API: a form to try it, what it takes and what it answers.

use maud::{Markup, html};
use opentact_client::security::Operation;

use super::{Inspector, badge, contract, operation_text, prose, try_it::Tried, try_it_form};

/// The operation, and what came of trying it.
pub(super) fn render(inspector: &Inspector, operation: Operation, tried: Option<&Tried>) -> Markup {
    let document = contract::operation(operation);
    html! {
        h2 #detail-title { (contract::text(document, "summary")) }
        p.wire { (badge::method(operation.method())) " " span.path { (operation.path()) } }
        (prose::paragraphs(contract::text(document, "description")))
        div.two-columns {
            div { (try_it_form::render(inspector, operation, tried)) }
            div {
                (operation_text::parameters(document))
                (operation_text::body(document))
                (operation_text::credentials(operation))
                (operation_text::answers(document))
            }
        }
    }
}
