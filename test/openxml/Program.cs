// Validates Office files as Microsoft's Open XML SDK does for Microsoft 365. Paths come on standard
// input, one a line; a JSON array goes to standard output: for each file, in order, what is wrong.
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var files = Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
Console.OutputEncoding = System.Text.Encoding.UTF8;
Console.WriteLine(JsonSerializer.Serialize(files.Select(ErrorsOf), options));

static string[] ErrorsOf(string file)
{
    try
    {
        using var package = Open(file);
        var validator = new OpenXmlValidator(FileFormatVersions.Microsoft365);
        return validator.Validate(package).Select(Said).ToArray();
    }
    catch (Exception error) when (error is OpenXmlPackageException or IOException or System.Xml.XmlException or FormatException or InvalidOperationException)
    {
        return [$"{error.GetType().Name}: {error.Message}"];
    }
}

static OpenXmlPackage Open(string file) => Path.GetExtension(file).ToLowerInvariant() switch
{
    ".xlsx" => SpreadsheetDocument.Open(file, false),
    ".docx" => WordprocessingDocument.Open(file, false),
    ".pptx" => PresentationDocument.Open(file, false),
    _ => throw new FormatException("Neither .xlsx, .docx nor .pptx"),
};

static string Said(ValidationErrorInfo error) =>
    $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description} ({error.Id})";
