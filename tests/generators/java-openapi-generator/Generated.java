// The annotation that the generated code carries; the JDK has had none of this name since 11.

package javax.annotation;

public @interface Generated {
    String value();

    String comments();
}
