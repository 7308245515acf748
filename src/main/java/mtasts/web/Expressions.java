package mtasts.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Lets templates say {@code #words} and {@code #format}; beans are out of their reach where HTML is put out as it is. */
@Component
class Expressions extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Wording words;
    private final Format format;

    Expressions(Wording words, Format format) {
        super("mtasts");
        this.words = words;
        this.format = format;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("words", "format");
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return name.equals("words") ? words : format;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
