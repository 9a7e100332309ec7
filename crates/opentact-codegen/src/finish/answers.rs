//! Gives text and bytes as what they are, where the generator has a stream for both.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, File, ImplItemFn, Stmt, parse_quote};

use super::forms::{answer_type, call_receiver, method_of_client, request, unexpected};
use crate::error::Error;
use crate::media::Content;
use crate::methods::Method;

/// Mends each method whose answer is text or bytes: its type, its answer, and the header `Accept`.
pub(super) fn rewrite(file: &mut File, methods: &[Method]) -> Result<(), Error> {
    for method in methods {
        let Some(content @ (Content::Text(_) | Content::Bytes(_))) = &method.answer else {
            continue;
        };
        let function = method_of_client(file, &method.name);
        function
            .and_then(|function| mend(function, content))
            .ok_or_else(|| unexpected(&method.name, "does not give a stream of bytes"))?;
    }
    Ok(())
}

fn mend(function: &mut ImplItemFn, content: &Content) -> Option<()> {
    let (ty, value): (TokenStream, fn(&Expr) -> TokenStream) = match content {
        Content::Bytes(_) => (
            quote! { crate::Download },
            |response| quote! { crate::Download::from(#response) },
        ),
        _ => (
            quote! { ::std::string::String },
            |response| quote! { #response.text().await.map_err(Error::ResponseBodyError)? },
        ),
    };
    *answer_type(function)? = parse_quote! { #ty };
    let (index, request) = request(function)?;
    let Some(Stmt::Expr(Expr::Match(by_status), None)) = function.block.stmts.last_mut() else {
        return None;
    };
    let response = call_receiver(call_receiver(&by_status.expr)?)?.clone();
    let value = value(&response);
    let mut streams = 0;
    for arm in by_status.arms.iter_mut().filter(|it| is_stream(&it.body)) {
        arm.body = parse_quote! {{
            let (status, headers) = (#response.status(), #response.headers().clone());
            Ok(ResponseValue::new(#value, status, headers))
        }};
        streams += 1;
    }
    let accept = content.accept();
    let accept = parse_quote! {
        #request.headers_mut().insert(
            ::reqwest::header::ACCEPT,
            ::reqwest::header::HeaderValue::from_static(#accept),
        );
    };
    function.block.stmts.insert(index + 1, accept);
    (streams > 0).then_some(())
}

/// Whether an expression is `{ Ok(ResponseValue::stream(response)) }`.
fn is_stream(expression: &Expr) -> bool {
    let expression = match expression {
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [Stmt::Expr(inner, None)] => inner,
            _ => return false,
        },
        other => other,
    };
    let Expr::Call(outer) = expression else {
        return false;
    };
    let named = |function: &Expr, name: &str| matches!(function, Expr::Path(it) if it.path.segments.last().is_some_and(|it| it.ident == name));
    named(&outer.func, "Ok")
        && matches!(outer.args.first(), Some(Expr::Call(inner)) if named(&inner.func, "stream"))
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn text_is_read_and_another_form_is_an_error() {
        let method = |name: &str| Method {
            name: name.to_owned(),
            answer: Some(Content::Text("text/csv".to_owned())),
            ..Method::default()
        };
        let mut file: File = parse_quote! {
            impl Client {
                async fn call(&self) -> Result<ResponseValue<ByteStream>, Error<()>> {
                    let mut request = self.client.get(url).build()?;
                    match response.status().as_u16() {
                        200u16 => { Ok(ResponseValue::stream(response)) }
                        _ => Err(Error::UnexpectedResponse(response)),
                    }
                }
                async fn other(&self) -> Result<ResponseValue<types::Thing>, Error<()>> {
                    let mut request = self.client.get(url).build()?;
                    match response.status().as_u16() {
                        200u16 => ResponseValue::from_response(response).await,
                    }
                }
            }
        };
        rewrite(&mut file, &[method("call")]).unwrap();
        let text = file.to_token_stream().to_string().replace(' ', "");
        for part in [
            "->Result<ResponseValue<::std::string::String>,Error<()>>",
            "HeaderValue::from_static(\"text/csv,application/json;q=0.5\")",
            "Ok(ResponseValue::new(response.text().await.map_err(Error::ResponseBodyError)?,status,headers))",
        ] {
            assert!(text.contains(part), "{text}");
        }
        for name in ["other", "nobody"] {
            let error = rewrite(&mut file, &[method(name)]).unwrap_err();
            assert!(matches!(error, Error::Form { place, .. } if place == name));
        }
    }
}
