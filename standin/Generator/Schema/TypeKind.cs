namespace Pulumi.SchemaGenerator.Schema;

internal enum TypeKind
{
    Boolean,
    Integer,
    Number,
    Text,
    Any,
    Json,
    Archive,
    Asset,
    List,
    Map,
    Union,
    Reference,
}
