package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.ApplyParamsTemplateRequest;
import com.tencentcloudapi.redis.v20180412.models.CreateParamTemplateRequest;
import com.tencentcloudapi.redis.v20180412.models.DeleteParamTemplateRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceParamRecordsRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstanceParamsRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeParamTemplateInfoRequest;
import com.tencentcloudapi.redis.v20180412.models.DescribeParamTemplatesRequest;
import com.tencentcloudapi.redis.v20180412.models.InstanceIntegerParam;
import com.tencentcloudapi.redis.v20180412.models.InstanceParam;
import com.tencentcloudapi.redis.v20180412.models.InstanceParamHistory;
import com.tencentcloudapi.redis.v20180412.models.ModifyInstanceParamsRequest;
import com.tencentcloudapi.redis.v20180412.models.ModifyParamTemplateRequest;
import com.tencentcloudapi.redis.v20180412.models.ParamTemplateInfo;
import java.util.Arrays;
import java.util.List;

/** Parameters, one by one and by template, and what is remembered of their changes. */
record ParameterSteps(ScenarioContext context) {
    void modifyParameter(String id) throws TencentCloudSDKException {
        var before = value(id, "hz");
        var request = new ModifyInstanceParamsRequest();
        request.setInstanceId(id);
        request.setInstanceParams(new InstanceParam[] {param("hz", "25")});
        context.awaitTask(context.sdk().ModifyInstanceParams(request).getTaskId());
        assertThat(value(id, "hz")).isEqualTo("25").isNotEqualTo(before);
        var newest = history(id).get(0);
        assertThat(newest.getParamName()).isEqualTo("hz");
        assertThat(newest.getPreValue()).isEqualTo(before);
        assertThat(newest.getNewValue()).isEqualTo("25");
    }

    /** A template that stays. */
    String createTemplate(long type) throws TencentCloudSDKException {
        var request = new CreateParamTemplateRequest();
        request.setName("story");
        request.setProductType(type);
        request.setParamList(new InstanceParam[] {param("timeout", "120")});
        var template = context.sdk().CreateParamTemplate(request).getTemplateId();
        assertThat(templates()).contains(template);
        assertThat(templateValue(template, "timeout")).isEqualTo("120");

        var change = new ModifyParamTemplateRequest();
        change.setTemplateId(template);
        change.setDescription("told to the end");
        change.setParamList(new InstanceParam[] {param("hz", "40")});
        context.sdk().ModifyParamTemplate(change);
        assertThat(templateValue(template, "timeout")).isEqualTo("120");
        assertThat(templateValue(template, "hz")).isEqualTo("40");
        return template;
    }

    void applyTemplate(String id, String template) throws TencentCloudSDKException {
        var request = new ApplyParamsTemplateRequest();
        request.setInstanceIds(new String[] {id});
        request.setTemplateId(template);
        context.awaitTask(context.sdk().ApplyParamsTemplate(request).getTaskIds()[0]);
        assertThat(value(id, "timeout")).isEqualTo("120");
        assertThat(value(id, "hz")).isEqualTo("40");
        assertThat(history(id)).extracting(InstanceParamHistory::getNewValue).contains("120", "40", "25");
    }

    void deleteTemplate(String template) throws TencentCloudSDKException {
        var request = new DeleteParamTemplateRequest();
        request.setTemplateId(template);
        context.sdk().DeleteParamTemplate(request);
        assertThat(templates()).doesNotContain(template);
    }

    private String value(String id, String name) throws TencentCloudSDKException {
        var request = new DescribeInstanceParamsRequest();
        request.setInstanceId(id);
        return Arrays.stream(context.sdk().DescribeInstanceParams(request).getInstanceIntegerParam())
                .filter(param -> param.getParamName().equals(name))
                .map(InstanceIntegerParam::getCurrentValue)
                .findFirst()
                .orElseThrow();
    }

    private List<InstanceParamHistory> history(String id) throws TencentCloudSDKException {
        var request = new DescribeInstanceParamRecordsRequest();
        request.setInstanceId(id);
        request.setLimit(20L);
        request.setOffset(0L);
        return Arrays.asList(context.sdk().DescribeInstanceParamRecords(request).getInstanceParamHistory());
    }

    private List<String> templates() throws TencentCloudSDKException {
        var items = context.sdk()
                .DescribeParamTemplates(new DescribeParamTemplatesRequest())
                .getItems();
        return Arrays.stream(items).map(ParamTemplateInfo::getTemplateId).toList();
    }

    private String templateValue(String template, String name) throws TencentCloudSDKException {
        var request = new DescribeParamTemplateInfoRequest();
        request.setTemplateId(template);
        return Arrays.stream(context.sdk().DescribeParamTemplateInfo(request).getItems())
                .filter(item -> item.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getCurrentValue();
    }

    private static InstanceParam param(String key, String value) {
        var param = new InstanceParam();
        param.setKey(key);
        param.setValue(value);
        return param;
    }
}
