// Package validator stands in for gopkg.in/validator.v2, which reads tags of structs: the models of
// this document have none.
package validator

// Validate finds nothing wrong.
func Validate(any) error {
	return nil
}
